using System.Globalization;
using System.Text.RegularExpressions;
using CohortBot.Commands;

namespace CohortBot.Courses.Reading;

/// <summary>Reads a prompt in Semantic Kernel's prompt YAML schema.</summary>
internal static partial class PromptReader
{
    private const string Format = "semantic-kernel";

    /// <summary>The prompt; what is wrong with it is noted.</summary>
    /// <param name="file">The file.</param>
    /// <param name="given">The variables that the program gives.</param>
    public static Prompt? Read(CourseFile file, IReadOnlyList<string> given)
    {
        if (file.ReadText() is not { } text || YamlFile.Read(file, text, offset: 0) is not { } keys)
            return null;
        var name = keys.Text("name", $"name: {file.Id.Replace('-', '_')}");
        if (name.Length > 0 && !Name().IsMatch(name))
            file.Error(keys.LineOf("name"), "prompt_name", ("name", name));
        if (keys.OptionalText("template_format") is { } format && format != Format)
            file.Error(keys.LineOf("template_format"), "prompt_format", ("format", format), ("known", Format));
        var template = keys.Written("template", "template: |");
        var places = keys.Each("input_variables", "input_variables: with one entry for each variable of the template");
        var variables = places.Select(ReadVariable).ToList();
        CheckVariables(places, variables, given);
        if (template is not null)
            TemplateCheck.Check(file, template, [.. variables.Select(variable => variable.Name)], given);
        var prompt = new Prompt
        {
            Name = name,
            Description = keys.OptionalText("description") ?? "",
            Template = template?.Text ?? "",
            Variables = variables,
        };
        keys.Below("output_variable", example: null);
        prompt = ReadSettings(keys, prompt);
        keys.RefuseUnknown();
        return prompt;
    }

    private static PromptVariable ReadVariable(YamlFields keys)
    {
        var variable = new PromptVariable(
            keys.Text("name", "name: goal"),
            keys.OptionalText("description") ?? "",
            keys.OptionalText("default"),
            keys.OptionalText("is_required") is not "false");
        keys.RefuseUnknown();
        return variable;
    }

    private static void CheckVariables(IReadOnlyList<YamlFields> places, List<PromptVariable> variables, IReadOnlyList<string> given)
    {
        for (var at = 0; at < variables.Count; at++)
        {
            var name = variables[at].Name;
            if (name.Length == 0 || given.Contains(name) || variables[at].Default is not null)
                continue;
            var near = CommandCatalogue.Nearest(name, given);
            places[at].File.Error(places[at].LineOf("name"), near is null ? "variable_not_given" : "variable_not_given_near",
                ("name", name), ("near", near), ("known", string.Join(", ", given)));
        }

        if (places.Count > 0)
            Ids.CheckUnique(places[0].File, places.Select((place, at) => (variables[at].Name, place.LineOf("name"))));
    }

    private static Prompt ReadSettings(YamlFields keys, Prompt prompt)
    {
        if (keys.Below("execution_settings", example: null) is not { } services)
            return prompt;
        var first = true;
        foreach (var settings in services.AllBelow())
        {
            var temperature = ReadTemperature(settings);
            var tokens = settings.Has("max_tokens") ? settings.Number("max_tokens", "max_tokens: 700", least: 1) : (int?)null;
            prompt = first ? prompt with { Temperature = temperature, MaxTokens = tokens } : prompt;
            first = false;
        }

        return prompt;
    }

    private static double? ReadTemperature(YamlFields settings)
    {
        if (!settings.Has("temperature") || settings.Written("temperature", "temperature: 0.6") is not { } text)
            return null;
        if (double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var temperature) && temperature is >= 0 and <= 2)
            return temperature;
        settings.File.Error(text.Line, "temperature", ("value", text.Text));
        return null;
    }

    // Semantic Kernel's rule for the name of a function.
    [GeneratedRegex("^[0-9A-Za-z_]+$", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
