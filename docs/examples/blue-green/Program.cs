using BlueGreen;
using HashiCorp.Cdktf;

// Two clusters behind one load balancer. Moving traffic from one to the other is changing the two weights.
Workload[] workloads = [new("blue", Weight: 90), new("green", Weight: 10)];

var app = new App();
var loadBalancer = new SharedLoadBalancer(app, "load-balancer", workloads);
foreach (var workload in workloads)
{
    var cluster = new WorkloadCluster(app, $"cluster-{workload.Name}", workload);
    cluster.AddDependency(loadBalancer);

    var binding = new WorkloadBinding(app, $"binding-{workload.Name}", workload);
    binding.AddDependency(cluster);

    var registration = new WorkloadRegistration(app, $"registration-{workload.Name}", workload);
    registration.AddDependency(cluster);
}

app.Synth();
