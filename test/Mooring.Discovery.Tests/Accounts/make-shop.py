"""
Makes the account of shop.json in moto, the public emulator of AWS: moto_server -p 5617, then this program, then discover with record.py. AWS_ENDPOINT_URL
is http://127.0.0.1:5617; the credentials can be any.
"""

import boto3

REGION = "eu-west-1"


def client(service):
    return boto3.client(service, region_name=REGION)


ec2, elb, eks, iam, acm = (client(service) for service in ("ec2", "elbv2", "eks", "iam", "acm"))
TAGS = [{"Key": "environment", "Value": "production"}, {"Key": "fleet", "Value": "shop"}]

vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
subnets = [
    ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{n}.0/24", AvailabilityZone=f"{REGION}{zone}")["Subnet"]["SubnetId"] for n, zone in enumerate("ab")
]
groups = [ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"] for name in ("www", "partners")]
ec2.authorize_security_group_ingress(
    GroupId=groups[0],
    IpPermissions=[
        {"IpProtocol": "tcp", "FromPort": port, "ToPort": port, "IpRanges": [{"CidrIp": "0.0.0.0/0"}], "Ipv6Ranges": [{"CidrIpv6": "::/0"}]}
        for port in (80, 443)
    ],
)
ec2.authorize_security_group_ingress(
    GroupId=groups[1], IpPermissions=[{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "198.51.100.0/24"}]}]
)
certificates = [acm.request_certificate(DomainName=name)["CertificateArn"] for name in ("shop.example.com", "partner.example.com")]


def balancer(name, tags=None, **settings):
    made = elb.create_load_balancer(
        Name=name, Subnets=subnets, SecurityGroups=groups, Type="application", Tags=tags or [{"Key": "team", "Value": "web"}], **settings
    )
    return made["LoadBalancers"][0]["LoadBalancerArn"]


def group(name, port, attributes=None, **settings):
    arn = elb.create_target_group(Name=name, Protocol="HTTP", Port=port, VpcId=vpc, Tags=TAGS + [{"Key": "team", "Value": "web"}], **settings)
    arn = arn["TargetGroups"][0]["TargetGroupArn"]
    if attributes:
        elb.modify_target_group_attributes(TargetGroupArn=arn, Attributes=[{"Key": key, "Value": value} for key, value in attributes.items()])
    return arn


www = balancer("WWW-alb", TAGS + [{"Key": "team", "Value": "web"}], Scheme="internet-facing")
elb.modify_load_balancer_attributes(
    LoadBalancerArn=www,
    Attributes=[
        {"Key": "idle_timeout.timeout_seconds", "Value": "120"},
        {"Key": "routing.http.drop_invalid_header_fields.enabled", "Value": "true"},
        {"Key": "client_keep_alive.seconds", "Value": "7200"},
        {"Key": "zonal_shift.config.enabled", "Value": "true"},
    ],
)
other = balancer("other-teams-alb")
elb.create_listener(
    LoadBalancerArn=other, Protocol="HTTP", Port=80, DefaultActions=[{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}]
)

web = group("www-web", 8080, HealthCheckPath="/healthz", HealthCheckIntervalSeconds=10, Matcher={"HttpCode": "200-299"})
canary = group("www-canary", 8080, {"deregistration_delay.timeout_seconds": "60"}, HealthCheckPath="/healthz", UnhealthyThresholdCount=4)
api = group("www-api", 9000, {"slow_start.duration_seconds": "45"}, TargetType="ip")
sticky = group(
    "www-sticky", 80, {"stickiness.enabled": "true", "stickiness.type": "lb_cookie", "stickiness.lb_cookie.duration_seconds": "3600"}, TargetType="ip"
)
least = group("www-least", 80, {"load_balancing.algorithm.type": "least_outstanding_requests"}, TargetType="instance")
instances = ec2.run_instances(ImageId="ami-12c6146b", MinCount=2, MaxCount=2, SubnetId=subnets[0])["Instances"]
elb.register_targets(TargetGroupArn=web, Targets=[{"Id": each["InstanceId"], "Port": 30080} for each in instances])


def forward(*targets, stickiness=None):
    config = {"TargetGroups": [{"TargetGroupArn": arn, "Weight": weight} for arn, weight in targets]}
    config["TargetGroupStickinessConfig"] = {"Enabled": True, "DurationSeconds": stickiness} if stickiness else {"Enabled": False}
    return {"Type": "forward", "ForwardConfig": config}


def listener(port, action, **settings):
    made = elb.create_listener(LoadBalancerArn=www, Port=port, DefaultActions=[action], Tags=TAGS, **settings)
    return made["Listeners"][0]["ListenerArn"]


def rule(listener, priority, action, *conditions):
    actions = action if isinstance(action, list) else [action]
    elb.create_rule(ListenerArn=listener, Priority=priority, Actions=actions, Conditions=list(conditions), Tags=TAGS)


def host(*values):
    return {"Field": "host-header", "HostHeaderConfig": {"Values": list(values)}}


def path(*values):
    return {"Field": "path-pattern", "PathPatternConfig": {"Values": list(values)}}


def method(*values):
    return {"Field": "http-request-method", "HttpRequestMethodConfig": {"Values": list(values)}}


def header(name, *values):
    return {"Field": "http-header", "HttpHeaderConfig": {"HttpHeaderName": name, "Values": list(values)}}


def query(*values):
    return {"Field": "query-string", "QueryStringConfig": {"Values": [{"Key": key, "Value": value} if key else {"Value": value} for key, value in values]}}


def source(*values):
    return {"Field": "source-ip", "SourceIpConfig": {"Values": list(values)}}


def fixed(status, body=None, kind="text/plain"):
    config = {"StatusCode": status, "ContentType": kind}
    return {"Type": "fixed-response", "FixedResponseConfig": config | ({"MessageBody": body} if body else {})}


def redirect(**config):
    every = {"Protocol": "#{protocol}", "Port": "#{port}", "Host": "#{host}", "Path": "/#{path}", "Query": "#{query}", "StatusCode": "HTTP_301"}
    return {"Type": "redirect", "RedirectConfig": every | config}


http = listener(80, redirect(Protocol="HTTPS", Port="443"), Protocol="HTTP")
https = listener(
    443,
    fixed("404", "There is no such site."),
    Protocol="HTTPS",
    Certificates=[{"CertificateArn": certificates[0]}],
    SslPolicy="ELBSecurityPolicy-TLS13-1-2-2021-06",
)
elb.modify_listener_attributes(
    ListenerArn=https,
    Attributes=[
        {"Key": "routing.http.response.server.enabled", "Value": "false"},
        {"Key": "routing.http.response.strict_transport_security.header_value", "Value": "max-age=31536000"},
    ],
)
elb.add_listener_certificates(ListenerArn=https, Certificates=[{"CertificateArn": certificates[1]}])
admin = listener(8443, forward((web, 1)), Protocol="HTTPS", Certificates=[{"CertificateArn": certificates[0]}], SslPolicy="ELBSecurityPolicy-2016-08")

rule(http, 1, fixed("200", "ok"), path("/health"))
rule(https, 5, forward((web, 90), (canary, 10)), host("shop.example.com"))
rule(https, 10, forward((api, 1)), host("shop.example.com", "*.shop.example.com"), path("/api/*"))
rule(https, 20, forward((api, 1)), method("GET", "HEAD"), path("/catalog*"))
rule(https, 30, forward((sticky, 1), (least, 1), stickiness=600), header("X-Beta", "yes", "true"))
rule(https, 40, forward((canary, 1)), query(("canary", "yes"), (None, "preview*")))
rule(https, 50, fixed("403", '{"error": "not from here"}', "application/json"), source("198.51.100.0/24"), path("/admin/*"))
rule(https, 60, redirect(Host="www.example.com", StatusCode="HTTP_302"), host("example.com"))
rule(https, 70, redirect(Path="/new/#{path}", Query=""), path("/old/*"))
rule(https, 80, forward((least, 1)), host("partner.example.com"), header("X-Partner", "acme"), header("X-Region", "eu*"))
cognito = {
    "Type": "authenticate-cognito",
    "Order": 1,
    "AuthenticateCognitoConfig": {
        "UserPoolArn": f"arn:aws:cognito-idp:{REGION}:123456789012:userpool/{REGION}_Ab12Cd34E",
        "UserPoolClientId": "1example23456789",
        "UserPoolDomain": "shop",
        "SessionTimeout": 3600,
    },
}
rule(https, 90, [cognito, forward((web, 1)) | {"Order": 2}], host("intern.example.com"))
rule(admin, 1, fixed("503", "Closed.", "text/html"), path("/closed"))

trust = '{"Statement": [{"Effect": "Allow", "Principal": {"Service": "eks.amazonaws.com"}, "Action": "sts:AssumeRole"}]}'
role = iam.create_role(RoleName="eks", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
for name in ("blue", "green"):
    eks.create_cluster(
        name=name,
        version="1.33",
        roleArn=role,
        resourcesVpcConfig={"subnetIds": subnets, "securityGroupIds": []},
        tags={"team": "web"},
    )
    eks.create_nodegroup(clusterName=name, nodegroupName="default", subnets=subnets, nodeRole=role, instanceTypes=["m7i.xlarge"])
print(vpc, www)
