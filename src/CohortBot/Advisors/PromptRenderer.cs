using System.Text;
using CohortBot.Courses;

namespace CohortBot.Advisors;

/// <summary>
/// Puts values into a prompt written in Semantic Kernel's template dialect, of which only <c>{{$variable}}</c> is allowed. The template is
/// read once from left to right and a value is copied as it is: braces inside a value are never looked at.
/// https://learn.microsoft.com/semantic-kernel/concepts/prompts/prompt-template-syntax
/// </summary>
internal static class PromptRenderer
{
    /// <summary>The prompt's text with its values.</summary>
    /// <exception cref="PromptException">A variable is unknown, something else than a variable stands in braces, or they are not closed.</exception>
    public static string Render(Prompt prompt, IReadOnlyDictionary<string, string> values)
    {
        var template = prompt.Template;
        var text = new StringBuilder(template.Length + values.Values.Sum(value => value.Length)); // a prompt may name a value twice; most do not
        var at = 0;
        while (template.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            var close = template.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
                throw new PromptException(prompt.Name, "a '{{' is not closed.");
            text.Append(template, at, open - at).Append(ValueOf(prompt, template[(open + 2)..close].Trim(), values));
            at = close + 2;
        }

        return text.Append(template, at, template.Length - at).ToString();
    }

    private static string ValueOf(Prompt prompt, string inside, IReadOnlyDictionary<string, string> values)
    {
        if (!inside.StartsWith('$'))
            throw new PromptException(prompt.Name, $"'{{{{{inside}}}}}' is not a variable; only '{{{{$name}}}}' can be used.");
        var name = inside[1..];
        if (values.TryGetValue(name, out var value))
            return value;
        return prompt.Variables.FirstOrDefault(variable => variable.Name == name)?.Default
            ?? throw new PromptException(prompt.Name, $"there is no variable '{name}'.");
    }
}
