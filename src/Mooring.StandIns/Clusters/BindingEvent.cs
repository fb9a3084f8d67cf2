namespace Mooring.StandIns.Clusters;

/// <summary>An event that a controller recorded at a TargetGroupBinding; <c>kubectl describe</c> shows it, and Terraform does not.</summary>
/// <param name="Cluster">Name of the cluster.</param>
/// <param name="Binding">Namespace and name of the binding: <c>ingress-nginx/shop-blue</c>.</param>
/// <param name="Reason">The reason: <c>FailedReconcile</c>.</param>
/// <param name="Message">The message.</param>
/// <seealso href="https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/main/pkg/k8s/events.go"/>
public sealed record BindingEvent(string Cluster, string Binding, string Reason, string Message);
