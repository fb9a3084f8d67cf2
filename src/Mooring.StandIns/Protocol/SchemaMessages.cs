using System.Runtime.CompilerServices;
using Google.Protobuf;
using Mooring.StandIns.Schemas;

namespace Mooring.StandIns.Protocol;

/// <summary>Converts schemas to messages of the protocol.</summary>
internal static class SchemaMessages
{
    // Every run of Terraform asks for it, and it does not change.
    private static readonly ConditionalWeakTable<ProviderSchema, Messages.GetProviderSchema.Types.Response> s_responses = [];

    /// <summary>The schema of a provider.</summary>
    public static Messages.GetProviderSchema.Types.Response Of(ProviderSchema provider) => s_responses.GetValue(provider, Build);

    private static Messages.GetProviderSchema.Types.Response Build(ProviderSchema provider)
    {
        var response = new Messages.GetProviderSchema.Types.Response { Provider = Of(provider.Provider) };
        foreach (var (type, schema) in provider.ResourceSchemas)
        {
            response.ResourceSchemas.Add(type, Of(schema));
        }

        foreach (var (type, schema) in provider.DataSourceSchemas)
        {
            response.DataSourceSchemas.Add(type, Of(schema));
        }

        foreach (var (type, schema) in provider.EphemeralResourceSchemas)
        {
            response.EphemeralResourceSchemas.Add(type, Of(schema));
        }

        return response;
    }

    private static Messages.Schema Of(Schema schema) => new() { Version = schema.Version, Block = Of(schema.Block) };

    private static Messages.Schema.Types.Block Of(Block block) =>
        new()
        {
            Attributes = { block.Attributes.Select(attribute => Of(attribute.Key, attribute.Value)) },
            BlockTypes = { block.BlockTypes.Select(nested => Of(nested.Key, nested.Value)) },
        };

    private static Messages.Schema.Types.Attribute Of(string name, BlockAttribute attribute) =>
        new()
        {
            Name = name,
            Type = attribute.Type is { } type ? ByteString.CopyFromUtf8(type.GetRawText()) : ByteString.Empty,
            NestedType = attribute.NestedType is { } nested ? Of(nested) : null,
            Required = attribute.Required,
            Optional = attribute.Optional,
            Computed = attribute.Computed,
            Sensitive = attribute.Sensitive,
        };

    private static Messages.Schema.Types.Object Of(NestedType nested) =>
        new() { Attributes = { nested.Attributes.Select(attribute => Of(attribute.Key, attribute.Value)) }, Nesting = Of(nested.NestingMode) };

    private static Messages.Schema.Types.NestedBlock Of(string name, NestedBlock nested) =>
        new()
        {
            TypeName = name,
            Block = Of(nested.Block),
            Nesting = Of(nested.NestingMode),
            MinItems = nested.MinItems,
            MaxItems = nested.MaxItems,
        };

    private static Messages.Schema.Types.NestingMode Of(NestingMode mode) =>
        mode switch
        {
            NestingMode.Single => Messages.Schema.Types.NestingMode.Single,
            NestingMode.List => Messages.Schema.Types.NestingMode.List,
            NestingMode.Set => Messages.Schema.Types.NestingMode.Set,
            _ => Messages.Schema.Types.NestingMode.Map,
        };
}
