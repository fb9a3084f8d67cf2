import { LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { awsProvider } from "#providers";
import type { Fleet } from "../fleet/fleet";

/** Defines what all stacks of a fleet have: a backend and the AWS provider. */
export abstract class FleetStack extends TerraformStack {
  protected constructor(scope: Construct, name: string, fleet: Fleet) {
    super(scope, name);
    new LocalBackend(this, { path: `../../../terraform.${fleet.name}-${name}.tfstate` });
    new awsProvider.AwsProvider(this, "aws", {
      region: fleet.region,
      allowedAccountIds: [fleet.account],
      defaultTags: [{ tags: { environment: fleet.environment, fleet: fleet.name } }],
    });
  }

  protected output(name: string, description: string, value: unknown): void {
    new TerraformOutput(this, name, { description, value });
  }
}
