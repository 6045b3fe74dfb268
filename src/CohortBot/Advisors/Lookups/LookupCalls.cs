using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CohortBot.Advisors.Lookups;

/// <summary>
/// Does what a model asks to look up, for one answer. Whatever is wrong with a call is answered to the model in words, since it can mend it and
/// nobody else can: an unknown name, arguments that are none, the same call again, one call too many.
/// </summary>
internal sealed class LookupCalls(IReadOnlyList<AIFunction> functions, TimeProvider time)
{
    private const int MostCalls = 8;
    private const int LongestResult = 6000;
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(5);

    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    /// <summary>Does the calls one after the other. Each gets its result.</summary>
    public async Task<ChatMessage> RunAsync(IReadOnlyList<FunctionCallContent> calls, CancellationToken cancellationToken)
    {
        List<AIContent> results = [];
        foreach (var call in calls)
            results.Add(new FunctionResultContent(call.CallId, await RunAsync(call, cancellationToken)));
        return new ChatMessage(ChatRole.Tool, results);
    }

    private async Task<string> RunAsync(FunctionCallContent call, CancellationToken cancellationToken)
    {
        if (functions.FirstOrDefault(function => function.Name == call.Name) is not { } found)
            return $"There is no such look-up. There are: {string.Join(", ", functions.Select(function => function.Name))}.";
        if (call.Exception is not null || call.Arguments is null)
            return $"The arguments are no JSON object. They follow this schema: {found.JsonSchema}";
        if (!_done.Add($"{call.Name} {JsonSerializer.Serialize(call.Arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal))}"))
            return "You have looked this up already; the result stands above.";
        if (_done.Count > MostCalls)
            return "That is one look-up too many for one answer. Answer with what you have.";
        return await InvokeAsync(found, call.Arguments, cancellationToken);
    }

    private async Task<string> InvokeAsync(AIFunction function, IDictionary<string, object?> arguments, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LongestCall, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var result = await function.InvokeAsync(new AIFunctionArguments(arguments), both.Token);
            var text = result?.ToString() ?? "";
            return text.Length <= LongestResult ? text : $"{text[..LongestResult]}… (cut)";
        }
        catch (Exception exception) when (exception is ArgumentException or JsonException)
        {
            return $"The arguments do not fit. They follow this schema: {function.JsonSchema}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "The look-up took too long. Answer without it.";
        }
    }
}
