using Google.Protobuf.Collections;
using Grpc.Core;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Mooring.StandIns.Protocol.Messages;
using Mooring.StandIns.Providers;
using Mooring.StandIns.Remote;
using Mooring.StandIns.Schemas;
using Mooring.StandIns.Values;

namespace Mooring.StandIns.Protocol;

/// <summary>Answers Terraform's calls: decodes messages, calls the provider of the connection, and encodes the results.</summary>
internal sealed class ProviderService : Provider.ProviderBase
{
    public override Task<GetProviderSchema.Types.Response> GetProviderSchema(GetProviderSchema.Types.Request request, ServerCallContext context) =>
        Task.FromResult(SchemaMessages.Of(ProviderOf(context).Schema));

    public override Task<ValidateProviderConfig.Types.Response> ValidateProviderConfig(
        ValidateProviderConfig.Types.Request request,
        ServerCallContext context
    ) => Task.FromResult(new ValidateProviderConfig.Types.Response());

    public override Task<ValidateResourceConfig.Types.Response> ValidateResourceConfig(ValidateResourceConfig.Types.Request request, ServerCallContext context)
    {
        var block = ProviderOf(context).Schema.ResourceSchemas[request.TypeName].Block;
        return Task.FromResult(new ValidateResourceConfig.Types.Response { Diagnostics = { Validate(block, request.Config) } });
    }

    public override Task<ValidateDataResourceConfig.Types.Response> ValidateDataResourceConfig(
        ValidateDataResourceConfig.Types.Request request,
        ServerCallContext context
    )
    {
        var block = ProviderOf(context).Schema.DataSourceSchemas[request.TypeName].Block;
        return Task.FromResult(new ValidateDataResourceConfig.Types.Response { Diagnostics = { Validate(block, request.Config) } });
    }

    public override Task<UpgradeResourceState.Types.Response> UpgradeResourceState(UpgradeResourceState.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new UpgradeResourceState.Types.Response { UpgradedState = new DynamicValue { Json = request.RawState.Json } });

    public override Task<GetFunctions.Types.Response> GetFunctions(GetFunctions.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new GetFunctions.Types.Response());

    public override Task<StopProvider.Types.Response> StopProvider(StopProvider.Types.Request request, ServerCallContext context) =>
        Task.FromResult(new StopProvider.Types.Response());

    public override Task<ConfigureProvider.Types.Response> ConfigureProvider(ConfigureProvider.Types.Request request, ServerCallContext context)
    {
        var response = new ConfigureProvider.Types.Response();
        Try(context, response.Diagnostics, "configuring the provider", () => ProviderOf(context).Configure(ValueOf(request.Config)));
        return Task.FromResult(response);
    }

    public override Task<ReadResource.Types.Response> ReadResource(ReadResource.Types.Request request, ServerCallContext context)
    {
        var response = new ReadResource.Types.Response();
        Try(
            context,
            response.Diagnostics,
            $"reading {request.TypeName}",
            () => response.NewState = MessageOf(ProviderOf(context).Remote.Read(request.TypeName, (ObjectValue)ValueOf(request.CurrentState)))
        );
        return Task.FromResult(response);
    }

    public override Task<PlanResourceChange.Types.Response> PlanResourceChange(PlanResourceChange.Types.Request request, ServerCallContext context)
    {
        var response = new PlanResourceChange.Types.Response();
        Try(
            context,
            response.Diagnostics,
            $"planning {request.TypeName}",
            () =>
            {
                var (planned, replacing) = ProviderOf(context)
                    .Plan(request.TypeName, ValueOf(request.PriorState), (ObjectValue)ValueOf(request.ProposedNewState), ValueOf(request.Config));
                response.PlannedState = MessageOf(planned);
                response.LegacyTypeSystem = ProviderInstance.IsLegacy(request.TypeName);
                response.RequiresReplace.Add(replacing.Select(TopLevelPath).Distinct());
            }
        );
        return Task.FromResult(response);
    }

    public override Task<ApplyResourceChange.Types.Response> ApplyResourceChange(ApplyResourceChange.Types.Request request, ServerCallContext context)
    {
        // A failed call leaves the state unchanged.
        var response = new ApplyResourceChange.Types.Response { NewState = request.PriorState };
        var (type, prior, planned) = (request.TypeName, ValueOf(request.PriorState), ValueOf(request.PlannedState));
        var doing = (prior.IsNull, planned.IsNull) switch
        {
            (true, _) => "creating",
            (_, true) => "deleting",
            _ => "updating",
        };
        Try(
            context,
            response.Diagnostics,
            $"{doing} {type}",
            () =>
            {
                response.NewState = MessageOf(Apply(ProviderOf(context).Remote, type, prior, planned));
                response.LegacyTypeSystem = ProviderInstance.IsLegacy(type);
            }
        );
        return Task.FromResult(response);
    }

    public override Task<ImportResourceState.Types.Response> ImportResourceState(ImportResourceState.Types.Request request, ServerCallContext context)
    {
        var response = new ImportResourceState.Types.Response();
        Try(
            context,
            response.Diagnostics,
            $"importing {request.TypeName}",
            () =>
                response.ImportedResources.Add(
                    new ImportResourceState.Types.ImportedResource
                    {
                        TypeName = request.TypeName,
                        State = MessageOf(ProviderOf(context).Remote.Import(request.TypeName, request.Id)),
                    }
                )
        );
        return Task.FromResult(response);
    }

    public override Task<ReadDataSource.Types.Response> ReadDataSource(ReadDataSource.Types.Request request, ServerCallContext context)
    {
        var response = new ReadDataSource.Types.Response();
        Try(
            context,
            response.Diagnostics,
            $"reading data.{request.TypeName}",
            () => response.State = MessageOf(ProviderOf(context).Remote.ReadDataSource(request.TypeName, (ObjectValue)ValueOf(request.Config)))
        );
        return Task.FromResult(response);
    }

    public override Task<ValidateEphemeralResourceConfig.Types.Response> ValidateEphemeralResourceConfig(
        ValidateEphemeralResourceConfig.Types.Request request,
        ServerCallContext context
    )
    {
        var block = ProviderOf(context).Schema.EphemeralResourceSchemas[request.TypeName].Block;
        return Task.FromResult(new ValidateEphemeralResourceConfig.Types.Response { Diagnostics = { Validate(block, request.Config) } });
    }

    public override Task<OpenEphemeralResource.Types.Response> OpenEphemeralResource(OpenEphemeralResource.Types.Request request, ServerCallContext context)
    {
        var response = new OpenEphemeralResource.Types.Response();
        Try(
            context,
            response.Diagnostics,
            $"opening ephemeral.{request.TypeName}",
            () => response.Result = MessageOf(ProviderOf(context).Remote.Open(request.TypeName, (ObjectValue)ValueOf(request.Config)))
        );
        return Task.FromResult(response);
    }

    /// <summary>Terraform renews what has a time to be renewed at, and nothing opened here has one.</summary>
    public override Task<RenewEphemeralResource.Types.Response> RenewEphemeralResource(
        RenewEphemeralResource.Types.Request request,
        ServerCallContext context
    ) => Task.FromResult(new RenewEphemeralResource.Types.Response());

    /// <summary>Terraform closes everything it opened. A token is not revoked, it expires.</summary>
    public override Task<CloseEphemeralResource.Types.Response> CloseEphemeralResource(
        CloseEphemeralResource.Types.Request request,
        ServerCallContext context
    ) => Task.FromResult(new CloseEphemeralResource.Types.Response());

    /// <summary>Validates what Terraform leaves to the providers. A stand-in knows no validation beyond the schema.</summary>
    private static IEnumerable<Diagnostic> Validate(Block block, DynamicValue configuration) =>
        UnconfigurableAttributes
            .In(block, ValueOf(configuration))
            .Select(path => Error($"Value for unconfigurable attribute: '{path}' is decided by the provider"));

    private static Value Apply(RemoteCalls remote, string type, Value prior, Value planned)
    {
        if (prior.IsNull)
        {
            return remote.Create(type, (ObjectValue)planned);
        }

        if (!planned.IsNull)
        {
            return remote.Update(type, (ObjectValue)planned, prior);
        }

        remote.Delete(type, (ObjectValue)prior);
        return Value.Null;
    }

    /// <summary>Runs a call, and reports to Terraform what was refused.</summary>
    private static void Try(ServerCallContext context, RepeatedField<Diagnostic> diagnostics, string doing, Action work)
    {
        try
        {
            work();
        }
        catch (RemoteException refused)
        {
            diagnostics.Add(Error($"{doing}: {refused.Message}"));
        }
        catch (ProviderCrash)
        {
            context.GetHttpContext().Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
        }
    }

    private static Diagnostic Error(string summary) => new() { Severity = Diagnostic.Types.Severity.Error, Summary = summary };

    /// <summary>Terraform compares the plan at a path with the prior state; for nested values the whole attribute or block is enough.</summary>
    private static AttributePath TopLevelPath(string path) => new() { Steps = { new AttributePath.Types.Step { AttributeName = path.Split('.')[0] } } };

    private static ProviderInstance ProviderOf(ServerCallContext context) =>
        (ProviderInstance)context.GetHttpContext().Features.GetRequiredFeature<IConnectionItemsFeature>().Items[typeof(ProviderInstance)]!;

    private static Value ValueOf(DynamicValue value) => MessagePackValues.Read(value.Msgpack);

    private static DynamicValue MessageOf(Value value) => new() { Msgpack = MessagePackValues.Write(value) };
}
