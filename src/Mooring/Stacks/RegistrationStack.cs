using Constructs;
using HashiCorp.Cdktf.Providers.Aws.DataAwsIamRole;
using HashiCorp.Cdktf.Providers.Kubernetes.Provider;
using Mooring.ArgoCd;
using Mooring.Clusters;
using Mooring.Fleet;
using Mooring.Fleet.Derivation;
using Mooring.Iam;

namespace Mooring.Stacks;

/// <summary>Defines a cluster's registration: its Secret in the root cluster, where Argo CD runs.</summary>
public class RegistrationStack : FleetStack
{
    private readonly FleetSpec _fleet;
    private readonly string _name;
    private readonly ArgoCdSpec _argoCd;

    /// <summary>Defines the stack that registers a cluster.</summary>
    /// <param name="scope">The app.</param>
    /// <param name="fleet">The fleet, without faults and with an Argo CD.</param>
    /// <param name="name">Name of the cluster in the fleet; the root cluster only under <c>argocd</c> delivery.</param>
    public RegistrationStack(Construct scope, FleetSpec fleet, string name)
        : this(scope, fleet, name, id: null) { }

    /// <summary>Defines it with an id that differs from those of other fleets' stacks; <see langword="null"/> where there are none.</summary>
    internal RegistrationStack(Construct scope, FleetSpec fleet, string name, string? id)
        : base(scope, StackKind.Registration.StackOf(OriginalNames.Cluster(fleet, name)), fleet, fleet.Clusters[name].Location, id)
    {
        (_fleet, _name) = (Slice, OriginalNames.Cluster(fleet, name));
        _argoCd = _fleet.ArgoCd ?? throw new ArgumentException("must have an Argo CD", nameof(fleet));
        var cluster = new ClusterLookup(this, "Cluster", new ClusterLookupProps { ClusterName = _name });
        var registration = new ClusterRegistration(this, "Registration", Props(cluster));

        Output("secret_name", "Name of the cluster's Secret in Argo CD's namespace", registration.SecretName);
    }

    private ClusterRegistrationProps Props(ClusterLookup cluster)
    {
        var spec = _fleet.Clusters[_name];
        string? firstArnSuffix = null;
        var bindings = FleetLookups.BindingsOf(this, _fleet, _name, targetGroup => firstArnSuffix ??= targetGroup.ArnSuffix);
        var account = AwsAccount.Of(this);
        var installs = ClusterController.IsInstalled(_fleet, _name);
        return new ClusterRegistrationProps
        {
            Provider = DefineRootProvider(),
            SecretName = FleetNames.ClusterSecret(_fleet, _name),
            Namespace = _argoCd.Namespace,
            Fleet = FleetNames.InArgoCd(_fleet),
            ClusterName = $"{_fleet.Name}-{_name}",
            EksClusterName = cluster.ClusterName,
            Connection = ConnectionTo(cluster),
            Environment = _fleet.Environment,
            // Without bindings the controller stays, to deregister the targets of the removed ones.
            ControllerEnabled = spec.Delivery == Delivery.ArgoCd,
            InstallController = spec.Delivery != Delivery.ArgoCd || installs,
            TargetGroupArnSuffix = firstArnSuffix,
            Bindings = bindings,
            Application = FleetNames.Application(_fleet, _name),
            AccountId = Location.Account ?? account.AccountId,
            Partition = account.Partition,
            Region = Location.Region,
            VpcId = Location.Vpc,
            ControllerRoleArn = installs ? FleetLookups.ControllerRoleOf(this, _fleet, _name) : null,
            Controller = spec.Delivery == Delivery.ArgoCd && installs ? ClusterController.RegisteredReleaseOf(_fleet, _name) : null,
            CreatedNamespaces = spec.Delivery == Delivery.ArgoCd ? BoundNamespaces.Created(spec) : [],
            OnRemoval = spec.Delivery == Delivery.ArgoCd ? spec.Registration.OnRemoval : null,
            Labels = spec.Registration.Labels,
            Annotations = spec.Registration.Annotations,
            Namespaces = spec.Registration.Namespaces,
            ClusterResources = spec.Registration.ClusterResources,
            Project = spec.Registration.Project,
            Shard = spec.Registration.Shard,
        };
    }

    private ClusterConnection ConnectionTo(ClusterLookup cluster) =>
        _argoCd.IsCapability ? new EksCapability { ClusterArn = cluster.ClusterArn }
        : FleetRegistrations.IsRoot(_fleet, _name) ? new InCluster()
        : new AssumedRole
        {
            ClusterEndpoint = cluster.ClusterEndpoint,
            ClusterCertificateAuthorityData = cluster.ClusterCertificateAuthorityData,
            Host = _fleet.Clusters[_name].Registration.Connection?.Host,
            ProxyUrl = _fleet.Clusters[_name].Registration.Connection?.ProxyUrl,
            AccessRoleArn = new DataAwsIamRole(this, "ArgoCdAccess", new DataAwsIamRoleConfig { Name = FleetNames.ArgoCdAccessRole(_fleet, _name) }).Arn,
        };

    private KubernetesProvider DefineRootProvider()
    {
        var location = FleetLocation.OfArgoCd(_fleet);
        var props = new ClusterLookupProps { ClusterName = _argoCd.Cluster, Provider = Providers.For(location) };
        var root = new ClusterLookup(this, "RootCluster", props);
        return ClusterProviders.Kubernetes(this, _fleet, root, location, FleetRegistrations.RootConnection(_fleet), alias: "root");
    }
}
