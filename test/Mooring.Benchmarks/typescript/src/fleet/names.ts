import { createHash } from "node:crypto";
import type { BindingSpec, ClusterSpec, Fleet } from "./fleet";

/** How long the hash at the end of a name is. */
export const IDENTITY_LENGTH = 8;
const LOAD_BALANCING_NAME_LENGTH = 32;
const NODE_GROUP_NAME_LENGTH = 63;
const ROLE_NAME_LENGTH = 64;
const SUBDOMAIN_LENGTH = 253;
const APPLICATION_LENGTH = 43;
const FLEET_LENGTH = 32;

export function loadBalancerName(fleet: Fleet, loadBalancer: string): string {
  return `${fleet.name}-${loadBalancer}`;
}

/** `<fleet>-<cluster>-<identity>`; the identity is a hash of whatever makes AWS replace a target group. */
export function targetGroupName(fleet: Fleet, cluster: string, binding: BindingSpec): string {
  const identity = hash(fleet.name, cluster, binding.loadBalancer, binding.loadBalancer, fleet.vpc, "instance", "HTTP", "80");
  return `${targetGroupPrefix(fleet, cluster)}-${identity}`;
}

/** What the names of a cluster's target groups begin with. */
export function targetGroupPrefix(fleet: Fleet, cluster: string): string {
  const readable = `${fleet.name}-${cluster}`.replaceAll("_", "-");
  return cut(readable, LOAD_BALANCING_NAME_LENGTH - IDENTITY_LENGTH - 1);
}

/** That of its target group, in the lower case that Kubernetes asks for. */
export function targetGroupBindingName(fleet: Fleet, cluster: string, binding: BindingSpec): string {
  return targetGroupName(fleet, cluster, binding).toLowerCase();
}

export function controllerRoleName(cluster: string): string {
  return roleName(cluster, "aws-lb-controller");
}

export function argoCdRoleName(rootCluster: string): string {
  return roleName(rootCluster, "argocd");
}

export function argoCdAccessRoleName(cluster: string): string {
  return roleName(cluster, "argocd-access");
}

export function clusterRoleName(cluster: string): string {
  return roleName(cluster, "eks-cluster");
}

/** A hash keeps the node group `b-c` of cluster `a` apart from `c` of `a-b`. */
export function nodeRoleName(cluster: string, nodeGroup: string): string {
  return hashedRoleName(`${cluster}-${nodeGroup}`, hash(cluster, nodeGroup), "eks-node");
}

/** `<node group>-<identity>`; the identity is a hash of what makes AWS replace a node group. */
export function nodeGroupName(cluster: ClusterSpec, nodeGroup: string): string {
  const instanceTypes = cluster.nodeGroups[nodeGroup]?.instanceTypes ?? [];
  const identity = hash(...instanceTypes, "", ...cluster.subnets);
  return `${nodeGroup.slice(0, NODE_GROUP_NAME_LENGTH - IDENTITY_LENGTH - 1)}-${identity}`;
}

/** What a fleet is called in the label of its clusters' Secrets. */
export function fleetLabel(fleet: Fleet): string {
  return legal(fleet.name, FLEET_LENGTH);
}

/** What a cluster is called in the names of its Applications. */
export function applicationName(fleet: Fleet, cluster: string): string {
  return legal(`${fleet.name}-${cluster}`, APPLICATION_LENGTH);
}

/** Name of a cluster's Secret in Argo CD's namespace. */
export function clusterSecretName(fleet: Fleet, cluster: string): string {
  return legal(`${fleet.name}-${cluster}`, SUBDOMAIN_LENGTH);
}

/** A name that Kubernetes accepts; where it is not the one that was asked for, a hash of that keeps it unique. */
function legal(name: string, length: number): string {
  const legalName = name.replaceAll("_", "-").toLowerCase().replace(/-+$/, "");
  return legalName === name && name.length <= length ? name : `${cut(legalName, length - IDENTITY_LENGTH - 1)}-${hash(name)}`;
}

/** A name cut where it does not fit, without a hyphen at its end. */
function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/-+$/, "");
}

/** `<owner>-<suffix>`; an owner that does not fit is cut, and a hash of it keeps the name unique. */
function roleName(owner: string, suffix: string): string {
  const name = `${owner}-${suffix}`;
  return name.length <= ROLE_NAME_LENGTH ? name : hashedRoleName(owner, hash(owner), suffix);
}

/** `<owner>-<hash>-<suffix>`, the owner cut where the name does not fit. */
function hashedRoleName(owner: string, hashOfOwner: string, suffix: string): string {
  return `${owner.slice(0, ROLE_NAME_LENGTH - hashOfOwner.length - suffix.length - 2)}-${hashOfOwner}-${suffix}`;
}

/** Eight hexadecimal digits that differ where any of the parts does. */
function hash(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, IDENTITY_LENGTH);
}
