using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CohortBot.Advisors.Safety;

/// <summary>The words of an author's prompt in their order, to find runs of them; read once for each prompt, for as long as the course has it.</summary>
internal sealed partial class PromptWords
{
    private static readonly ConditionalWeakTable<string, PromptWords> Read = [];

    private readonly string _text;
    private readonly FrozenSet<string> _words;

    private PromptWords(string template)
    {
        string[] words = [.. Word().Matches(Variable().Replace(template, " | ")).Select(match => match.Value.ToLowerInvariant())];
        _text = $" {string.Join(' ', words)} ";
        _words = words.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The words of a template; the places of its variables are in no run.</summary>
    public static PromptWords Of(string template) => Read.GetValue(template, text => new PromptWords(text));

    /// <summary>Whether words, in lower case, stand in the prompt in this order and nothing between them.</summary>
    public bool HasRun(List<string> words) => _words.Contains(words[^1]) && (words.Count == 1 || _text.Contains($" {string.Join(' ', words)} ", StringComparison.Ordinal));

    [GeneratedRegex(@"[\p{L}\p{Nd}']+|\|", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\{[^{}]*\}\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
