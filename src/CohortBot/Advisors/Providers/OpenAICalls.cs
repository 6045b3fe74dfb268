using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Wire = OpenAI.Chat;

namespace CohortBot.Advisors.Providers;

/// <summary>Puts together the look-ups that a model asks for: name and arguments come in pieces, several look-ups at once.</summary>
internal sealed class OpenAICalls
{
    private readonly List<Call> _calls = [];

    /// <summary>Adds pieces as they come.</summary>
    public void Add(IEnumerable<Wire.StreamingChatToolCallUpdate> pieces)
    {
        foreach (var piece in pieces)
        {
            var call = _calls.LastOrDefault(known => known.Index == piece.Index);
            // Some servers number every call 0; a new id tells them apart. https://github.com/ollama/ollama/issues/7881
            if (call is null || (piece.ToolCallId is { Length: > 0 } id && call.Id is { Length: > 0 } && id != call.Id))
                _calls.Add(call = new Call(piece.Index));
            call.Id ??= piece.ToolCallId is { Length: > 0 } given ? given : null;
            call.Name ??= piece.FunctionName is { Length: > 0 } name ? name : null;
            if (piece.FunctionArgumentsUpdate is { } arguments)
                call.Arguments.Append(arguments);
        }
    }

    /// <summary>The calls, whole. Arguments that are no JSON object come as the call's exception.</summary>
    public IReadOnlyList<AIContent> Take()
    {
        var taken = _calls.Select((call, at) => (AIContent)call.Whole(at)).ToList();
        _calls.Clear();
        return taken;
    }

    private sealed class Call(int index)
    {
        public int Index { get; } = index;

        public string? Id { get; set; }

        public string? Name { get; set; }

        public StringBuilder Arguments { get; } = new();

        public FunctionCallContent Whole(int at) => FunctionCallContent.CreateFromParsedArguments(
            Arguments.Length == 0 ? "{}" : Arguments.ToString(),
            Id ?? string.Create(CultureInfo.InvariantCulture, $"call_{at}"),
            Name ?? "",
            static json => JsonSerializer.Deserialize<Dictionary<string, object?>>(json));
    }
}
