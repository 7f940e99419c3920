/** What the command uses of this package's manifest. The build puts it into the command. */
export { bugs, engines, peerDependencies, version } from '../../package.json' with { type: 'json' };
