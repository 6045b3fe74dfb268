using System.Text.Json;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>https://docs.anthropic.com/en/docs/build-with-claude/streaming</summary>
internal sealed class AnthropicWire : IWire
{
    public IEnumerable<string> Answer(WireAnswer answer)
    {
        yield return Event(new
        {
            type = "message_start",
            message = new
            {
                id = "msg_1",
                type = "message",
                role = "assistant",
                model = "loop-1-2026",
                content = Array.Empty<object>(),
                stop_reason = (string?)null,
                stop_sequence = (string?)null,
                usage = new { input_tokens = answer.InputTokens, output_tokens = 1 },
            },
        }, "message_start");
        yield return Event(new { type = "ping" }, "ping");
        var index = 0;
        if (answer.Words.Count > 0)
        {
            yield return Event(new { type = "content_block_start", index, content_block = new { type = "text", text = "" } }, "content_block_start");
            foreach (var piece in answer.Words)
                yield return Event(new { type = "content_block_delta", index, delta = new { type = "text_delta", text = piece } }, "content_block_delta");
            yield return Event(new { type = "content_block_stop", index = index++ }, "content_block_stop");
        }

        foreach (var call in answer.Calls)
        {
            yield return Event(new { type = "content_block_start", index, content_block = new { type = "tool_use", id = call.Id, name = call.Name, input = new { } } }, "content_block_start");
            foreach (var piece in call.Arguments.Chunk(5))
                yield return Event(new { type = "content_block_delta", index, delta = new { type = "input_json_delta", partial_json = new string(piece) } }, "content_block_delta");
            yield return Event(new { type = "content_block_stop", index = index++ }, "content_block_stop");
        }

        yield return Event(new { type = "message_delta", delta = new { stop_reason = Stop(answer), stop_sequence = (string?)null }, usage = new { output_tokens = answer.OutputTokens } }, "message_delta");
        yield return Event(new { type = "message_stop" }, "message_stop");
    }

    public string Error(string type, string message) => JsonSerializer.Serialize(new { type = "error", error = new { type, message }, request_id = "req_1" });

    private static string Stop(WireAnswer answer) => answer.End switch
    {
        WireEnd.TooLong => "max_tokens",
        WireEnd.Refused => "refusal",
        _ => answer.Calls.Count > 0 ? "tool_use" : "end_turn",
    };

    private static string Event(object json, string name) => $"event: {name}\ndata: {JsonSerializer.Serialize(json, WireJson.Plain)}\n\n";
}
