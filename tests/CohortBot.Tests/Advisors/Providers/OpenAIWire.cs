using System.Text.Json;

namespace CohortBot.Tests.Advisors.Providers;

/// <summary>https://platform.openai.com/docs/api-reference/chat-streaming</summary>
internal sealed class OpenAIWire : IWire
{
    public IEnumerable<string> Answer(WireAnswer answer)
    {
        yield return Chunk(new { role = "assistant", content = "" });
        foreach (var piece in answer.Words)
            yield return Chunk(new { content = piece });
        foreach (var (call, index) in answer.Calls.Select((call, index) => (call, index)))
        {
            yield return Chunk(new { tool_calls = new object[] { new { index, id = call.Id, type = "function", function = new { name = call.Name, arguments = "" } } } });
            foreach (var part in Pieces(call.Arguments))
                yield return Chunk(new { tool_calls = new object[] { new { index, function = new { arguments = part } } } });
        }

        yield return Chunk(new { }, Finish(answer));
        yield return Data(new
        {
            id = "chatcmpl-1",
            @object = "chat.completion.chunk",
            created = 1,
            model = "loop-1-2026",
            choices = Array.Empty<object>(),
            usage = new { prompt_tokens = answer.InputTokens, completion_tokens = answer.OutputTokens, total_tokens = answer.InputTokens + answer.OutputTokens },
        });
        yield return "data: [DONE]\n\n";
    }

    public string Error(string type, string message) => JsonSerializer.Serialize(new { error = new { message, type, param = (string?)null, code = type } });

    private static string Finish(WireAnswer answer) => answer.End switch
    {
        WireEnd.TooLong => "length",
        WireEnd.Refused => "content_filter",
        _ => answer.Calls.Count > 0 ? "tool_calls" : "stop",
    };

    private static IEnumerable<string> Pieces(string text) => text.Chunk(5).Select(piece => new string(piece));

    private static string Chunk(object delta, string? finish = null) => Data(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion.chunk",
        created = 1,
        model = "loop-1-2026",
        choices = new object[] { new { index = 0, delta, finish_reason = finish } },
    });

    private static string Data(object json) => $"data: {JsonSerializer.Serialize(json, WireJson.Plain)}\n\n";
}
