// Names that the preload needs at run time. No imports: whatever stands here becomes part of the preload.

/** The data of the window message that brings a port to the engine: ports cannot cross the bridge as values. */
export const enginePortMessage = 'evenhand-engine-port';

/** The channels between main and preload, beside one per name of `osInputs`. */
export const bridgeChannels = { port: 'engine-port', state: 'engine-state', menu: 'menu-command' } as const;
