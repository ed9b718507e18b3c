import './engine/plain-zod.ts';
import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import '@mantine/notifications/styles.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { must } from '../contract/errors.ts';
import { App } from './app.tsx';
import { connectToEngine } from './engine/client.ts';

const root = must(document.getElementById('root'), 'main: index.html must hold #root');
createRoot(root).render(<App link={connectToEngine()} os={window.evenhand} />);
