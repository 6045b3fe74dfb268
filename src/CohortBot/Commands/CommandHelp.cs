using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Texts;

namespace CohortBot.Commands;

/// <summary>Explains commands and completes lines that are being typed; both show only what the caller may use.</summary>
internal sealed class CommandHelp(CommandCatalogue catalogue, CommandCaller caller)
{
    private const int MostSuggestions = 25; // Discord's limit of choices; also as many as a person reads

    private static readonly Dictionary<string, string> NoOptions = [];

    /// <summary>What a word's commands do, or one of them with its options.</summary>
    public async Task<Reply> ExplainAsync(CommandCall call, string word, string? sub, CancellationToken cancellationToken)
    {
        var context = await caller.ContextAsync(call, NoOptions, cancellationToken);
        var commands = Allowed(context).Where(command => command.Spec.Word == word).ToList();
        if (sub is not null && commands.Find(command => command.Spec.Path == $"{word} {sub}") is { } one)
            return new Reply(ExplainOne(context.Wording, one.Spec));
        if (commands.Count == 0)
            return context.Say("commands.nothing_for_you", ("word", word));

        var items = commands.Select(command => new BulletItem([new Run(Usage(command.Spec), IsCode: true), new Run($" {context.Wording.Say(command.Spec.TextKey)}")], []));
        return new Reply(new Document(
        [
            context.Wording.Heading(2, "commands.help_title", ("word", word)),
            new Bullets(IsNumbered: false, [.. items]),
            context.Wording.Note("commands.help_more", ("word", word)),
        ]));
    }

    /// <summary>What could come next.</summary>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var context = await caller.ContextAsync(call, NoOptions, cancellationToken);
        var line = call.Line.TrimStart('/');
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = words.Length >= 2 ? catalogue.Find($"{words[0]} {words[1]}".ToLowerInvariant()) : null;
        if (command is null || (words.Length == 2 && !line.EndsWith(' ')))
            return SuggestCommands(context, line);
        return context.Role < command.Spec.Needs ? [] : await SuggestOptionsAsync(context, command, call.Line, cancellationToken);
    }

    private static async Task<IReadOnlyList<Suggestion>> SuggestOptionsAsync(
        CommandContext context, ICommand command, string line, CancellationToken cancellationToken)
    {
        var open = line.EndsWith(' ') ? "" : line[(line.LastIndexOf(' ') + 1)..];
        var before = line[..^open.Length];
        var parts = open.Split(':', 2);
        if (parts.Length == 2 && command.Spec.Options.FirstOrDefault(option => option.Name == parts[0]) is { } named)
            return await SuggestValuesAsync(context, command, named, before, parts[1], cancellationToken);

        return
        [
            .. command.Spec.Options
                .Where(option => !option.IsHidden && !before.Contains($" {option.Name}:", StringComparison.Ordinal) && option.Name.StartsWith(open, StringComparison.OrdinalIgnoreCase))
                .Select(option => new Suggestion($"{before}{option.Name}:", $"{option.Name}:", context.Wording.Say($"{command.Spec.TextKey}.{option.Name}"))),
        ];
    }

    private static async Task<IReadOnlyList<Suggestion>> SuggestValuesAsync(
        CommandContext context, ICommand command, CommandOption option, string before, string typed, CancellationToken cancellationToken)
    {
        var choices = option.Choices.Count > 0
            ? [.. option.Choices.Select(choice => new Choice(choice, choice))]
            : await command.SuggestAsync(context, option.Name, cancellationToken);
        var wanted = typed.Trim('"', '@', '#');
        return
        [
            .. choices
                .Where(choice => choice.Value.Contains(wanted, StringComparison.OrdinalIgnoreCase) || choice.Label.Contains(wanted, StringComparison.OrdinalIgnoreCase))
                .Take(MostSuggestions)
                .Select(choice => new Suggestion($"{before}{option.Name}:{CommandLine.Quote(choice.Value)} ", choice.Value, choice.Label)),
        ];
    }

    private IReadOnlyList<Suggestion> SuggestCommands(CommandContext context, string typed)
    {
        var allowed = Allowed(context).Select(command => new Suggestion($"/{command.Spec.Path} ", Usage(command.Spec), context.Wording.Say(command.Spec.TextKey)));
        var helps = Allowed(context).Select(command => command.Spec.Word).Distinct(StringComparer.Ordinal)
            .Select(word => new Suggestion($"/{word} help", $"/{word} help", context.Wording.Say("commands.help_hint", ("word", word))));
        return [.. allowed.Concat(helps).Where(suggestion => suggestion.Line.StartsWith($"/{typed}", StringComparison.OrdinalIgnoreCase)).Take(MostSuggestions)];
    }

    private IEnumerable<ICommand> Allowed(CommandContext context) =>
        catalogue.All.Where(command => !command.Spec.IsHidden && context.Role >= command.Spec.Needs);

    private static Document ExplainOne(Wording wording, CommandSpec spec) => new(
    [
        new Heading(2, Run.Of($"/{spec.Path}")),
        wording.Paragraph(spec.TextKey),
        new Bullets(IsNumbered: false,
        [
            .. spec.Options.Where(option => !option.IsHidden).Select(option => new BulletItem(
            [
                new Run($"{option.Name}:", IsCode: true),
                new Run($" {wording.Say($"{spec.TextKey}.{option.Name}")}{(option.IsRequired ? $" ({wording.Say("commands.needed")})" : "")}"),
            ], [])),
        ]),
    ]);

    private static string Usage(CommandSpec spec)
    {
        var options = spec.Options.Where(option => !option.IsHidden).Select(option => option.IsRequired ? $" {option.Name}:…" : $" [{option.Name}:…]");
        return $"/{spec.Path}{string.Concat(options)}";
    }
}
