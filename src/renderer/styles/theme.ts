import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, rem } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#eef2f9',
  '#dbe4f1',
  '#b7c8e3',
  '#9dbdec',
  '#6f8fc5',
  '#5176b3',
  '#3a5f9d',
  '#244a80',
  '#1f4070',
  '#172f52',
];
const gray: MantineColorsTuple = [
  '#f9f7f3',
  '#f1eee8',
  '#e8e4db',
  '#d8d2c6',
  '#8f887b',
  '#7d7669',
  '#655f54',
  '#504b42',
  '#36322b',
  '#211e19',
];
const dark: MantineColorsTuple = [
  '#eeeae2',
  '#c2bbae',
  '#a59e91',
  '#857e72',
  '#4a463f',
  '#2b2925',
  '#23211e',
  '#1a1917',
  '#151412',
  '#100f0d',
];

/** Where what floats above the page is put, so that it lies in a landmark of its own. */
export const floatsId = 'floats';

const small = { defaultProps: { size: 'xs' } };

/** Mantine dressed in the window's own tokens (`tokens.css`), so that there is one language and not two. */
export const theme = createTheme({
  colors: { ink, gray, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: rem(6),
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--font-interface)',
  fontSizes: { xs: rem(13), sm: rem(13), md: rem(14), lg: rem(15), xl: rem(18) },
  headings: { fontFamily: 'var(--font-interface)', fontWeight: '600' },
  components: {
    Portal: { defaultProps: { target: `#${floatsId}` } },
    Button: small,
    TextInput: small,
    Textarea: small,
    Select: small,
    MultiSelect: small,
    NativeSelect: small,
    PasswordInput: small,
    NumberInput: small,
    Autocomplete: small,
    Checkbox: small,
    Radio: small,
    Switch: small,
    SegmentedControl: small,
    Tabs: { defaultProps: { variant: 'default' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, multiline: true, maw: 320 } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.35 } },
    },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
  },
});

const shared = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--hairline-strong)',
  '--mantine-color-error': 'var(--late)',
  '--mantine-shadow-md': 'var(--float)',
};

export const resolveVariables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
