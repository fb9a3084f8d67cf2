#!/usr/bin/env python3
"""
An 'aws' that asks moto, completes its answers as AWS documents them, and records them: call it aws, put it on the PATH before the real one, run discover
against the account of make-shop.py, and turn $RECORD into shop.json with 'record.py --finish'. $REAL_PATH is the PATH that has the real one,
$AWS_ENDPOINT_URL is moto.
"""

import fcntl
import json
import os
import shutil
import subprocess
import sys

AWS, RECORD = shutil.which("aws", path=os.environ["REAL_PATH"]), os.environ["RECORD"]

# What moto does not have: https://docs.aws.amazon.com/cli/latest/reference/eks/
MISSING = {"list-pod-identity-associations": {"associations": []}, "list-addons": {"addons": ["vpc-cni"]}, "list-access-entries": {"accessEntries": []}}


def complete(command, answer):
    """What AWS answers, and moto leaves out."""
    for rule in answer.get("Rules", []) + answer.get("Listeners", []):
        for action in rule.get("Actions", rule.get("DefaultActions", [])):
            groups = action.get("ForwardConfig", {}).get("TargetGroups", [])
            if len(groups) == 1:  # API_Action: a forward to one target group has its ARN besides.
                action["TargetGroupArn"] = groups[0]["TargetGroupArn"]
    for listener in answer.get("Listeners", []):
        if listener["Protocol"] == "HTTPS":
            listener["MutualAuthentication"] = {"Mode": "off"}
        else:
            listener.pop("SslPolicy", None)
        listener["Certificates"] = listener.get("Certificates", [])[:1]
    if command == "describe-cluster":
        cluster = answer["cluster"]
        network = cluster["resourcesVpcConfig"]
        ec2 = json.loads(run(["ec2", "describe-subnets", "--subnet-ids", network["subnetIds"][0], "--region", "eu-west-1", "--output", "json"]).stdout)
        network |= {"vpcId": ec2["Subnets"][0]["VpcId"], "clusterSecurityGroupId": "sg-0123456789abcdef0"}
        network |= {"endpointPublicAccess": True, "endpointPrivateAccess": False, "publicAccessCidrs": ["0.0.0.0/0"]}
        cluster["accessConfig"] = {"authenticationMode": "API_AND_CONFIG_MAP"}
        cluster["certificateAuthority"] = {"data": "LS0tLS1CRUdJTg=="}
    return answer


def run(arguments):
    return subprocess.run([AWS, *arguments], capture_output=True, text=True)


def main(arguments):
    if arguments == ["--version"]:
        return print("aws-cli/1.45.11 Python/3.11.7 Linux/6.18.44 botocore/1.43.11")
    if arguments[:1] == ["--finish"]:
        with open(RECORD) as file:
            answers = dict(json.loads(line) for line in file)
        return print(json.dumps(dict(sorted(answers.items())), indent=1))
    made = MISSING.get(arguments[1])
    if made is None:
        answered = run(arguments)
        if answered.returncode != 0:
            sys.stderr.write(answered.stderr)
            return sys.exit(answered.returncode)
        made = complete(arguments[1], json.loads(answered.stdout or "{}"))
    with open(RECORD, "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(json.dumps([" ".join(arguments[: arguments.index("--region")]), made]) + "\n")
    print(json.dumps(made))


main(sys.argv[1:])
