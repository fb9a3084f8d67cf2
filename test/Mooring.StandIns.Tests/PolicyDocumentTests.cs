using FluentAssertions;
using Mooring.StandIns.Aws;
using Xunit;

namespace Mooring.StandIns.Tests;

/// <summary>Policies as the real AWS provider, 5.100.0, writes the same documents; its data source needs no AWS to do so.</summary>
public class PolicyDocumentTests
{
    [Theory]
    [InlineData("{}", """{"Version":"2012-10-17"}""")]
    [InlineData(
        """{ "version": "2008-10-17", "policy_id": "fleet", "statement": [{ "actions": ["a:b"], "resources": ["*"] }] }""",
        """{"Version":"2008-10-17","Id":"fleet","Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*"}]}"""
    )]
    [InlineData(
        """
            { "statement": [{ "sid": "Register", "resources": ["arn:aws:b", "arn:aws:a"],
              "actions": ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets", "ec2:*"] }] }
            """,
        """
            {"Version":"2012-10-17","Statement":[{"Sid":"Register","Effect":"Allow",
            "Action":["elasticloadbalancing:RegisterTargets","elasticloadbalancing:DeregisterTargets","ec2:*"],
            "Resource":["arn:aws:b","arn:aws:a"]}]}
            """
    )]
    [InlineData(
        """
            { "statement": [{ "actions": ["ec2:*"], "resources": ["*"], "condition": [
              { "test": "StringEquals", "variable": "aws:ResourceTag/b", "values": ["2", "1"] },
              { "test": "StringEquals", "variable": "aws:ResourceTag/a", "values": ["3"] },
              { "test": "ArnLike", "variable": "aws:PrincipalArn", "values": ["arn:aws:iam::111122223333:role/&{aws:username}"] } ] }] }
            """,
        """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{
            "ArnLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/${aws:username}"},
            "StringEquals":{"aws:ResourceTag/a":"3","aws:ResourceTag/b":["2","1"]}}}]}
            """
    )]
    [InlineData(
        """
            { "statement": [{ "effect": "Deny", "not_actions": ["iam:*"], "not_resources": ["*"], "principals": [
              { "type": "Service", "identifiers": ["eks.amazonaws.com", "pods.eks.amazonaws.com"] }, { "type": "AWS", "identifiers": ["111122223333"] } ] }] }
            """,
        """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"iam:*","NotResource":"*",
            "Principal":{"AWS":"111122223333","Service":["pods.eks.amazonaws.com","eks.amazonaws.com"]}}]}
            """
    )]
    [InlineData(
        """{ "statement": [{ "actions": ["s3:GetObject"], "resources": ["*"], "principals": [{ "type": "*", "identifiers": ["*"] }] }] }""",
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Principal":"*"}]}"""
    )]
    [InlineData(
        """
            { "statement": [{ "actions": ["sts:AssumeRole", "sts:TagSession"],
              "principals": [{ "type": "Federated", "identifiers": ["arn:b"] }, { "type": "Federated", "identifiers": ["arn:a"] }] }] }
            """,
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["sts:TagSession","sts:AssumeRole"],"Principal":{"Federated":["arn:b","arn:a"]}}]}"""
    )]
    public void It_is_written_as_the_provider_writes_it(string configuration, string policy) =>
        PolicyDocument.Of(TerraformValue.Parse(configuration))["minified_json"].Text.Should().Be(policy.ReplaceLineEndings(string.Empty));
}
