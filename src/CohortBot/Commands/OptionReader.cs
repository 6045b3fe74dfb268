using System.Globalization;

namespace CohortBot.Commands;

/// <summary>From the pieces of a line to options by name.</summary>
internal static class OptionReader
{
    /// <summary>
    /// Named pieces go to their option, the others one by one to the options in their order, where they can be what the option takes; the last
    /// option takes all the words that remain. What a form was filled in with is added under the fields' names.
    /// </summary>
    /// <exception cref="CommandException">An option is not known, or there is more than the command takes.</exception>
    public static Dictionary<string, string> Read(
        CommandSpec spec, IEnumerable<CommandLine.Piece> pieces, IReadOnlyDictionary<string, string> fields)
    {
        var options = new Dictionary<string, string>(fields, StringComparer.Ordinal);
        var list = pieces.ToList();
        foreach (var piece in list.Where(piece => piece.Name is not null))
            options[Known(spec, piece.Name!)] = piece.Value;

        var words = new Queue<string>(list.Where(piece => piece.Name is null).Select(piece => piece.Value));
        var open = spec.Options.Where(option => !option.IsHidden && !options.ContainsKey(option.Name)).ToList();
        foreach (var option in open.TakeWhile(_ => words.Count > 0).Where(option => Takes(option, words.Peek())))
            options[option.Name] = option == open[^1] ? string.Join(' ', Drain(words)) : words.Dequeue();

        return words.Count == 0 ? options : throw new CommandException("commands.too_much", ("command", spec.Path), ("extra", words.Peek()));
    }

    /// <summary>Says which option is missing, and which value is not among an option's choices.</summary>
    /// <exception cref="CommandException">One is.</exception>
    public static void Check(CommandSpec spec, IReadOnlyDictionary<string, string> options)
    {
        foreach (var option in spec.Options)
        {
            var value = options.GetValueOrDefault(option.Name);
            if (string.IsNullOrWhiteSpace(value) && option.IsRequired)
                throw new CommandException("commands.option_missing", ("option", option.Name), ("command", spec.Path));
            if (!string.IsNullOrWhiteSpace(value) && option.Choices.Count > 0 && !option.Choices.Contains(value, StringComparer.OrdinalIgnoreCase))
                throw new CommandException("commands.not_a_choice", ("option", option.Name), ("value", value), ("choices", string.Join(", ", option.Choices)));
        }
    }

    private static string Known(CommandSpec spec, string name)
    {
        if (spec.Options.Any(option => option.Name == name) || name == "cohort")
            return name;
        var near = CommandCatalogue.Nearest(name, spec.Options.Where(option => !option.IsHidden).Select(option => option.Name));
        throw new CommandException(
            near is null ? "commands.unknown_option" : "commands.unknown_option_near", ("option", name), ("near", near), ("command", spec.Path));
    }

    private static bool Takes(CommandOption option, string word) => option.Kind switch
    {
        OptionKind.Number => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        OptionKind.Channel => word.StartsWith('#') || word.StartsWith('<'),
        _ => true,
    };

    private static IEnumerable<string> Drain(Queue<string> words)
    {
        while (words.TryDequeue(out var word))
            yield return word;
    }
}
