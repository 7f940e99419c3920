import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('meeting', 'routes/meeting.tsx'),
  route('api/zoom', 'routes/api.zoom.ts'),
] satisfies RouteConfig;
