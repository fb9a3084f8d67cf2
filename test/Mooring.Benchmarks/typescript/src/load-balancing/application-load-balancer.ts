import { Construct } from "constructs";
import { lb } from "#providers";
import { defineLoadBalancerSecurityGroup } from "./load-balancer-security-group";

/** Left to whoever set them: the provider would reset them to its own defaults. */
const LEFT_AS_THEY_ARE = [
  "client_keep_alive",
  "customer_owned_ipv4_pool",
  "enable_tls_version_and_cipher_suite_headers",
  "enable_waf_fail_open",
  "enable_xff_client_port",
  "enable_zonal_shift",
  "health_check_logs",
  "ipam_pools",
  "minimum_load_balancer_capacity",
  "preserve_host_header",
  "xff_header_processing_mode",
];

export interface ApplicationLoadBalancerProps {
  readonly loadBalancerName: string;
  readonly isInternal: boolean;
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly ingressCidrs: readonly string[];
  readonly ingressPorts: readonly number[];
  /** First and last port of each range that it may connect to. */
  readonly egressPorts: readonly (readonly [number, number])[];
}

/** Defines an Application Load Balancer, which nobody destroys by accident, and its security group. */
export class ApplicationLoadBalancer extends Construct {
  readonly loadBalancerArn: string;
  readonly loadBalancerDnsName: string;
  readonly loadBalancerZoneId: string;

  constructor(scope: Construct, id: string, props: ApplicationLoadBalancerProps) {
    super(scope, id);
    const loadBalancer = new lb.Lb(this, "Default", {
      name: props.loadBalancerName,
      loadBalancerType: "application",
      internal: props.isInternal,
      ipAddressType: "ipv4",
      subnets: [...props.subnetIds],
      securityGroups: [defineLoadBalancerSecurityGroup(this, props)],
      accessLogs: { bucket: "", enabled: false },
      connectionLogs: { bucket: "", enabled: false },
      enableDeletionProtection: true,
      lifecycle: { preventDestroy: true, ignoreChanges: LEFT_AS_THEY_ARE },
    });
    this.loadBalancerArn = loadBalancer.arn;
    this.loadBalancerDnsName = loadBalancer.dnsName;
    this.loadBalancerZoneId = loadBalancer.zoneId;
  }
}
