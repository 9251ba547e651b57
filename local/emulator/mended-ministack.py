"""Starts MiniStack, our AWS on one machine, mended where it differs from AWS in what the workflow relies on.

One function a mend, each with a test in test/local/emulat*.test.ts that fails without it. (The hyphen in this file's
name matters: a file that Python could import as `ministack` would hide the package.)
"""

import json
import operator
import os
import re
import shutil
import signal
import sys
import tempfile
import threading
import time
from importlib.metadata import version

MENDED_VERSION = "1.5.33"  # the mends replace private functions: what they do to another version, nobody has looked at

if version("ministack") != MENDED_VERSION:
    sys.exit(f"The emulator must be MiniStack {MENDED_VERSION}, and this is {version('ministack')}.")


def end_with_parent():
    """Whoever starts us holds the other end of our stdin. When it closes, because they want it or were killed, all ends
    that was started here, at once: the state is in memory only, so that there is nothing to put in order."""
    os.setpgrp()  # functions are processes of this group; Ctrl-C goes to the parent's
    folder = tempfile.mkdtemp(prefix="heliograph-emulator-")
    os.environ["TMPDIR"] = tempfile.tempdir = folder

    def wait():
        while os.read(sys.stdin.fileno(), 1):
            pass
        shutil.rmtree(folder, ignore_errors=True)
        os.killpg(0, signal.SIGKILL)

    threading.Thread(target=wait, daemon=True).start()


end_with_parent()

os.environ["BIND_HOST"] = "127.0.0.1"  # it listens on every interface otherwise
os.environ["IOT_MTLS_ENABLED"] = "0"  # and opens an MQTT port

from ministack import app  # noqa: E402 - reads its settings from the environment when imported
from ministack.core import iam_actions, iam_evaluator, router  # noqa: E402
from ministack.services import cloudwatch, dynamodb, dynamodb_streams, lambda_svc  # noqa: E402
from ministack.services import stepfunctions as sfn  # noqa: E402
from ministack.services.cloudformation import provisioners  # noqa: E402


def honour_timeout_paths():
    """AWS ends a task after the seconds found at TimeoutSecondsPath; the emulator knows TimeoutSeconds only, so that
    a silent carrier would hang the workflow for ever."""
    execute_task = sfn._execute_task

    def with_seconds_found(state, raw_input, execution, context):
        path = state.get("TimeoutSecondsPath")
        if path is not None:
            state = {**state, "TimeoutSeconds": sfn._resolve_path_or_ctx(path, raw_input, context)}
        return execute_task(state, raw_input, execution, context)

    sfn._execute_task = with_seconds_found


def fail_callback_tasks_of_failed_functions():
    """AWS fails a waitForTaskToken task when its function throws, exits or times out, unless the token was settled
    before; the emulator ignores the failure and waits on."""
    invoke_with_callback, call_lambda = sfn._invoke_with_callback, sfn._call_lambda
    waiting = threading.local()  # an execution runs in its own thread, and calls the function in it

    def with_token_known(resource, data, token, state):
        waiting.token = token
        try:
            return invoke_with_callback(resource, data, token, state)
        finally:
            waiting.token = None

    def failing_the_task(function, event):
        try:
            return call_lambda(function, event)
        except sfn._ExecutionError as failure:
            task = sfn._task_tokens.get(getattr(waiting, "token", None))
            if task and not task["event"].is_set():
                task["error"] = {"Error": failure.error, "Cause": failure.cause}
                task["event"].set()
            raise

    sfn._invoke_with_callback, sfn._call_lambda = with_token_known, failing_the_task


def name_throttling():
    """AWS calls it Lambda.TooManyRequestsException when a task's function is at its limit, which a workflow may retry
    since nothing ran; the emulator calls it Lambda.Unknown, as it does what may have run."""
    call_lambda = sfn._call_lambda

    def naming_it(function, event):
        try:
            return call_lambda(function, event)
        except sfn._ExecutionError as failure:
            if failure.error == "Lambda.Unknown" and "TooManyRequestsException" in failure.cause:
                failure.error = "Lambda.TooManyRequestsException"
            raise

    sfn._call_lambda = naming_it


def retry_calls_nobody_waits_for():
    """AWS repeats a failed asynchronous call twice and then gives it to the function's on-failure destination. The
    emulator does so for Invoke alone: what a rule or a log subscription calls, in a thread of its own, it calls once."""
    execute = lambda_svc._execute_function_with_config_scope

    def with_retries(function, event):
        nobody_waits = sys._getframe(1).f_code is threading.Thread.run.__code__
        return lambda_svc.invoke_async_with_retry(function, event) if nobody_waits else execute(function, event)

    lambda_svc._execute_function_with_config_scope = with_retries


def refer_to_secrets_by_arn():
    """AWS's CloudFormation refers to a secret by its ARN, which policies name; the emulator by its name."""
    secret = provisioners._RESOURCE_HANDLERS["AWS::SecretsManager::Secret"]
    create, update, delete = secret["create"], secret["update"], secret["delete"]

    def name_in(arn):
        return arn.split(":secret:")[1][: -len("-abcdef")]

    def by_arn(result):
        _, attributes = result
        return attributes["Arn"], attributes

    secret["create"] = lambda *given: by_arn(create(*given))
    secret["update"] = lambda arn, *given, **named: by_arn(update(name_in(arn), *given, **named))
    secret["delete"] = lambda arn, properties: delete(name_in(arn), properties)


def count_calls_as_encrypted():
    """Buckets and queues refuse what comes without TLS. The emulator is reached on the loopback interface alone, so that
    nobody listens to what comes to it without."""
    app.pin_request_origin = lambda address, _encrypted: iam_evaluator.pin_request_origin(address, True)


def name_log_groups_as_policies_do():
    """AWS asks for the right to a log group by its ARN with `:*` at the end, but where tags are concerned; the emulator
    by the ARN without. Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html"""
    resource_arn = iam_actions.extract_resource_arn

    def with_its_streams(service, method, path, headers, *rest):
        arn = resource_arn(service, method, path, headers, *rest)
        is_group = service == "logs" and ":log-group:" in arn and "Tag" not in headers.get("x-amz-target", "")
        return f"{arn}:*" if is_group else arn

    iam_actions.extract_resource_arn = with_its_streams


def ask_for_the_machine_when_a_task_is_settled():
    """AWS asks who settles a task for the right to do so on the task's state machine; the emulator for the right to do so
    everywhere, which nobody needs on AWS. A token is kept when its task is over: a late call is late, and not denied."""
    execute_task, invoke_with_callback = sfn._execute_task, sfn._invoke_with_callback
    resource_arn = iam_actions.extract_resource_arn
    running = threading.local()
    machines = {}  # by token

    def with_machine_known(state, raw_input, execution, context):
        running.machine = execution["stateMachineArn"]
        return execute_task(state, raw_input, execution, context)

    def with_token_kept(resource, data, token, state):
        machines[token] = running.machine
        return invoke_with_callback(resource, data, token, state)

    def of_the_machine(service, method, path, headers, body, *rest):
        if "SendTask" in headers.get("x-amz-target", ""):
            return machines.get(iam_actions._safe_json_field(body, "taskToken"), "*")
        return resource_arn(service, method, path, headers, body, *rest)

    sfn._execute_task, sfn._invoke_with_callback = with_machine_known, with_token_kept
    iam_actions.extract_resource_arn = of_the_machine


def ask_for_the_stream_when_it_is_read():
    """AWS asks who reads a table's stream for the right to do so on that stream; the emulator for the right to do so on every
    one, which nobody needs on AWS. Records are asked for by an iterator, which knows its stream."""
    resource_arn = iam_actions.extract_resource_arn

    def of_the_stream(service, method, path, headers, body, *rest):
        if service != "dynamodbstreams":
            return resource_arn(service, method, path, headers, body, *rest)
        iterator = dynamodb_streams._decode_iterator(iam_actions._safe_json_field(body, "ShardIterator"))
        return (iterator or {}).get("arn") or iam_actions._safe_json_field(body, "StreamArn") or "*"

    iam_actions.extract_resource_arn = of_the_stream


def name_the_partitions_that_a_call_is_about():
    """AWS tells a policy's condition which partitions of a table a call is about (dynamodb:LeadingKeys); the emulator does not, so
    that "all of them" holds whichever they are. Source:
    https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html"""
    service_context = iam_actions.dynamodb_service_context

    def partitions_in(call):
        table = dynamodb._tables.get(call.get("TableName"))
        if table is None:
            return [key for item in call.get("TransactItems", []) for one in item.values() for key in partitions_in(one)]
        name, values = table["pk_name"], call.get("ExpressionAttributeValues", {})
        equals = re.search(rf"\b{name} = (:\w+)", call.get("KeyConditionExpression", ""))
        said = values.get(equals[1]) if equals else (call.get("Key") or call.get("Item") or {}).get(name)
        return list(said.values()) if said else []

    def with_partitions(body):
        partitions = partitions_in(json.loads(body or b"{}"))
        return {**service_context(body), **({"dynamodb:LeadingKeys": partitions} if partitions else {})}

    iam_actions.dynamodb_service_context = with_partitions


def bring_failed_stream_records_again():
    """AWS brings those records of a table's stream again of which the function says that they failed, and what follows
    them. The emulator asks only whether the function as a whole failed, and would lose them; here all of the batch comes again."""
    execute = lambda_svc._execute_function

    def failing_as_a_whole(function, event):
        result = execute(function, event)
        records = event.get("Records") if isinstance(event, dict) else None
        of_stream = bool(records) and records[0].get("eventSource") == "aws:dynamodb"
        body = result.get("body")
        if of_stream and isinstance(body, dict) and body.get("batchItemFailures"):
            return {**result, "error": True, "body": {"errorType": "BatchItemFailures"}}
        return result

    lambda_svc._execute_function = failing_as_a_whole


def tell_function_urls_who_calls():
    """AWS tells a function who signed a call of its URL, where the URL asks for a signature; the emulator leaves it out.
    Source: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html"""
    build_event = lambda_svc._build_function_url_event

    def with_caller(url_id, account_id, region, method, path, headers, body, query_params, anonymous=False, **more):
        event = build_event(url_id, account_id, region, method, path, headers, body, query_params, anonymous=anonymous, **more)
        key = router.extract_access_key_id(headers, query_params)
        caller = None if anonymous else iam_evaluator.resolve_caller_identity(key)
        if caller is not None:
            named = {field: caller[field] for field in ("accessKey", "accountId", "userArn", "userId")}
            unnamed = {"callerId": caller["userId"], "cognitoIdentity": None, "principalOrgId": None}
            event["requestContext"]["authorizer"] = {"iam": {**named, **unnamed}}
        return event

    lambda_svc._build_function_url_event = with_caller


def make_metrics_of_logs():
    """AWS makes metrics of what a function logs in the embedded metric format; the emulator only keeps the lines.
    Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html"""
    emit_logs = lambda_svc._emit_lambda_logs

    def record(line):
        for directive in line["_aws"]["CloudWatchMetrics"]:
            for names in directive["Dimensions"]:
                dimensions = {name: line[name] for name in names}
                for metric in directive["Metrics"]:
                    values = line[metric["Name"]]
                    for value in values if isinstance(values, list) else [values]:
                        cloudwatch.record_metric(directive["Namespace"], metric["Name"], value, metric["Unit"], dimensions)

    def with_metrics(function, request_id, log, *rest, **named):
        emit_logs(function, request_id, log, *rest, **named)
        for line in (log or "").splitlines():
            if line.startswith("{") and '"CloudWatchMetrics"' in line:
                record(json.loads(line))

    lambda_svc._emit_lambda_logs = with_metrics


def judge_alarms_by_their_own_series():
    """AWS judges an alarm each minute, by the series of its very dimensions, and without data as the alarm says. The
    emulator judges it when a client puts data, by all series of the name, and without data lets it ring for ever."""
    comparisons = {
        "GreaterThanThreshold": operator.gt,
        "GreaterThanOrEqualToThreshold": operator.ge,
        "LessThanThreshold": operator.lt,
        "LessThanOrEqualToThreshold": operator.le,
    }

    def points_of(alarm):
        dimensions = {one["Name"]: one["Value"] for one in alarm["Dimensions"]}
        since = time.time() - alarm["Period"] * alarm["EvaluationPeriods"]
        series = cloudwatch._metrics.get((alarm["Namespace"], alarm["MetricName"], cloudwatch._dims_key(dimensions)), [])
        return [point for point in series if point["Timestamp"] >= since]

    def judge(alarm):
        points = points_of(alarm)
        if not points and alarm["TreatMissingData"] != "notBreaching":
            return
        statistic = alarm.get("ExtendedStatistic") or alarm["Statistic"]
        value = cloudwatch._stat_value(cloudwatch._calc_stats(points), statistic, points) if points else None
        breaching = value is not None and comparisons[alarm["ComparisonOperator"]](value, alarm["Threshold"])
        before, after = alarm["StateValue"], "ALARM" if breaching else "OK"
        if before == after:
            return
        alarm.update(StateValue=after, StateReason=f"{statistic} is {value}", StateUpdatedTimestamp=int(time.time()))
        cloudwatch._record_history(alarm["AlarmName"], before, after, alarm["StateReason"])
        cloudwatch._dispatch_alarm_actions(alarm, before, after, alarm["StateReason"])
        cloudwatch._evaluate_parent_alarms(alarm)

    def judge_all():
        while True:
            time.sleep(5)
            for alarm in list(cloudwatch._alarms.values()):
                judge(alarm)

    cloudwatch._evaluate_alarm = judge
    threading.Thread(target=judge_all, daemon=True).start()


honour_timeout_paths()
make_metrics_of_logs()
judge_alarms_by_their_own_series()
bring_failed_stream_records_again()
retry_calls_nobody_waits_for()
name_throttling()  # before the next one, which hands on the name
fail_callback_tasks_of_failed_functions()
refer_to_secrets_by_arn()
count_calls_as_encrypted()
name_log_groups_as_policies_do()
ask_for_the_machine_when_a_task_is_settled()
tell_function_urls_who_calls()
ask_for_the_stream_when_it_is_read()
name_the_partitions_that_a_call_is_about()
app.main()
