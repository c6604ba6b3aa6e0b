/** How talkative the log can be; apart from the log itself, so that reading the settings loads nothing. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
