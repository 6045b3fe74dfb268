using System.Text.RegularExpressions;
using CohortBot.Commands;

namespace CohortBot.Courses.Reading;

/// <summary>Looks at what stands in double braces in a prompt: variables that the program gives and the prompt declares, nothing else.</summary>
internal static partial class TemplateCheck
{
    /// <summary>Notes what cannot be filled.</summary>
    public static void Check(CourseFile file, YamlText template, IReadOnlyList<string> declared, IReadOnlyList<string> given)
    {
        var text = template.Text;
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0;)
        {
            var end = text.IndexOf("}}", at, StringComparison.Ordinal);
            if (end < 0)
            {
                file.Error(template.LineAt(at), "template_open", ("found", text[at..Math.Min(at + 30, text.Length)].Split('\n')[0]), ("close", "}}"));
                return;
            }

            CheckOne(file, template.LineAt(at), text[at..(end + 2)], declared, given);
            at = text.IndexOf("{{", end + 2, StringComparison.Ordinal);
        }
    }

    private static void CheckOne(CourseFile file, int line, string found, IReadOnlyList<string> declared, IReadOnlyList<string> given)
    {
        var name = Variable().Match(found).Groups["name"].Value;
        if (name.Length == 0)
        {
            file.Error(line, "template_call", ("found", found), ("example", "{{$goal}}"));
            return;
        }

        if (declared.Contains(name))
            return;
        if (given.Contains(name))
        {
            file.Error(line, "template_undeclared", ("found", found), ("name", name), ("example", $"- {{ name: {name}, is_required: true }}"));
            return;
        }

        var near = CommandCatalogue.Nearest(name, given);
        file.Error(line, near is null ? "template_unknown" : "template_unknown_near",
            ("found", found), ("near", $"{{{{${near}}}}}"), ("known", string.Join(", ", given)));
    }

    [GeneratedRegex(@"^\{\{\s*\$(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*\}\}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
