/** What stopped a deployment, in sentences for the person who installs: what it is, and what to do. */
export class DeployFailure extends Error {
  override name = 'DeployFailure';
}
