using HashiCorp.Cdktf;
using HashiCorp.Cdktf.Providers.Aws.Provider;
using HashiCorp.Cdktf.Providers.Aws.LbTargetGroup;
var app = new App();
for (var i = 0; i < 8; i++)
{
    var stack = new TerraformStack(app, "s" + i);
    _ = new AwsProvider(stack, "aws", new AwsProviderConfig { Region = "eu-west-1" });
    for (var j = 0; j < 10; j++) { _ = new LbTargetGroup(stack, "tg" + j, new LbTargetGroupConfig { Name = "x" }); }
}
app.Synth();
