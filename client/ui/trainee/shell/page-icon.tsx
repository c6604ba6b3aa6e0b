const PATHS: Record<string, string> = {
  desk: 'M4 10l8-6 8 6v10H4zM9.500 20v-6h5v6',
  map: 'M9 5L3 7.500v12L9 17l6 2.500 6-2.500V5l-6 2.500zM9 5v12M15 7.500v12',
  board: 'M4 4h16v13H4zM12 17v4M8 8h4M8 12h8',
  people:
    'M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM2.500 20c0-4 2.500-6 6.500-6s6.500 2 6.500 6M16 4.500a3.500 3.500 0 010 6.500M18 14.500c2.300.8 3.500 2.600 3.500 5.500',
  inbox: 'M4 5h16v14H4zM4 13h5l1.500 2.500h3L15 13h5',
  interviews: 'M4 5h12v9H9l-4 3v-3H4zM9 17h6l4 3v-3h1V9h-2',
  conference:
    'M12 15a3 3 0 100-6 3 3 0 000 6zM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600L7 7M17 17l1.400 1.400M18.400 5.600L17 7M7 17l-1.400 1.400',
  decisions: 'M12 3v6M12 9l-6 5v6M12 9l6 5v6',
  plan: 'M6 4h12v17H6zM9 3h6v3H9zM9 11l1.500 1.500L13 10M9 16h6',
  charging: 'M12 4v16M7 20h10M5 8h14M5 8l-2.500 6a3 3 0 005 0zM19 8l-2.500 6a3 3 0 005 0z',
  log: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h4',
  handbook: 'M4 5c3-1.500 6-1.500 8 0 2-1.500 5-1.500 8 0v14c-3-1.500-6-1.500-8 0-2-1.500-5-1.500-8 0zM12 5v14',
  brief: 'M5 4h14v16H5zM9 9h6M9 13h6M12 4v2',
  debrief: 'M4 19h16M6 16v-5M11 16V6M16 16v-8',
  more: 'M5 7h14M5 12h14M5 17h14',
};

export function PageIcon({ page }: { page: string }) {
  return (
    <svg
      class="nav-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[page] ?? PATHS['more']} />
    </svg>
  );
}
