module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // Scrollable regions must be reachable by keyboard (WCAG 2.1.1), and so
    // must the cells of a heatmap that name themselves as images.
    'jsx-a11y/no-noninteractive-tabindex': [
      'error',
      { roles: ['region', 'group', 'img', 'tabpanel'], tags: [] },
    ],
  },
});
