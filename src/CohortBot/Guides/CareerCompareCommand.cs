using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;

namespace CohortBot.Guides;

/// <summary><c>/career compare</c>: two roles side by side. Platforms without tables, or with narrow ones, show a list row by row.</summary>
internal sealed class CareerCompareCommand(GuideBook book) : ICommand
{
    private readonly RoleAnswers _answers = new(book);

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("career compare") { Options = [new("first", IsRequired: true), new("second")] };

    /// <summary>The line that compares two roles.</summary>
    public static string Line(CareerRole first, CareerRole second) => $"career compare first:{CommandLine.Quote(first.Name)} second:{CommandLine.Quote(second.Name)}";

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (first, second) = (context.Get("first"), context.Find("second") ?? "");
        var pair = RolePair.Find(_answers.Roles, first, second);
        return Task.FromResult(pair switch
        {
            { First: { } one, Second: { } other } when one != other => Show(context, one, other),
            { First: { } one } when pair.Unknown.Length == 0 => Partners(context, one),
            { First: { } one } => _answers.Unknown(context, pair.Unknown, $"career compare first:{CommandLine.Quote(one.Name)} second"),
            { Second: { } other } => _answers.Unknown(context, pair.Unknown, $"career compare second:{CommandLine.Quote(other.Name)} first"),
            _ => _answers.Unknown(context, pair.Unknown, "career compare first"),
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) => Task.FromResult(_answers.Choices());

    private Reply Partners(CommandContext context, CareerRole role) => new(context.Wording.Document("career.compare_with", ("role", role.Name))
        .With(GuideReply.Rows(_answers.Roles.Where(other => other != role).Select(other => new Button(other.Name, Line(role, other))))));

    private Reply Show(CommandContext context, CareerRole first, CareerRole second)
    {
        var wording = context.Wording;
        var labels = first.Facts.Concat(second.Facts).Select(fact => fact.Label).Distinct(StringComparer.Ordinal);
        return new Reply(new Document(
        [
            wording.Heading(2, "career.compare_title", ("first", first.Name), ("second", second.Name)),
            new Table(
                [Run.Of(""), Run.Of(first.Name), Run.Of(second.Name)],
                [
                    [Run.Bold(wording.Say("career.work")), Run.Of(first.About), Run.Of(second.About)],
                    .. labels.Select(label => (IReadOnlyList<IReadOnlyList<Run>>)[Run.Bold(label), Cell(context, first, label), Cell(context, second, label)]),
                ]),
            .. _answers.HowToRead,
            new ButtonRow([RoleAnswers.Button(first.Name, "career role name", first.Name), RoleAnswers.Button(second.Name, "career role name", second.Name)]),
        ]));
    }

    private IReadOnlyList<Run> Cell(CommandContext context, CareerRole role, string label)
    {
        var pay = new PayWords(book, context.Wording);
        if (label == "Pay" && pay.Of(role) is { Count: > 0 } figures)
            return [.. figures.SelectMany(figure => new[] { new Run($"{figure.Says} "), new Run($"[{pay.Signs(figure)}] ", IsItalic: true) }), new Run(pay.Rest(role))];
        return Run.Of(role.Facts.FirstOrDefault(fact => fact.Label == label)?.Says ?? context.Wording.Say("career.not_given"));
    }
}
