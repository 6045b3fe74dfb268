using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;
using CohortBot.Texts;

namespace CohortBot.Guides;

/// <summary>
/// <c>/career fit</c>: five questions by buttons, then a layer and two roles with the answers that spoke for them. The answers travel in the buttons, so
/// that it goes on wherever a button is pressed, also after a restart, and nothing is kept.
/// </summary>
internal sealed class CareerFitCommand(GuideBook book) : ICommand
{
    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("career fit") { Options = [new("answers") { IsHidden = true }] };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var answers = FitAnswers.TryRead(context.Find("answers") ?? "") ?? throw new CommandException("career.fit_unreadable");
        return Task.FromResult(new Reply(answers.IsComplete ? Show(context.Wording, answers) : Ask(context.Wording, answers)) { ReplacesPressed = true });
    }

    private static Document Ask(Wording wording, FitAnswers answers)
    {
        var buttons = FitTable.Answers.Select(letter => new Button(wording.Say(new FitAnswer(answers.Next, letter).Key), Line(answers.With(letter))));
        return new Document(
        [
            wording.Heading(2, "career.fit_title", ("number", answers.Next), ("count", FitTable.Questions)),
            .. Given(wording, answers),
            new Paragraph(Run.Bold(wording.Say($"career.fit_{answers.Next}"))),
            .. buttons.Chunk(2).Select(row => new ButtonRow(row)), // answers are sentences
            .. answers.Letters.Length > 0 ? new[] { new ButtonRow([wording.Button("career.fit_back", Line(answers.Back()))]) } : [],
            wording.Note("career.fit_kept"),
        ]);
    }

    private Document Show(Wording wording, FitAnswers answers)
    {
        var result = FitResult.Of(answers);
        return new Document(
        [
            wording.Heading(2, "career.fit_result", ("layer", Name(wording, result.Layer.Id))),
            wording.Paragraph($"career.fit_layer_{result.Layer.Id}"),
            Because(wording, result.Layer),
            wording.Paragraph("career.fit_roles"),
            new Bullets(IsNumbered: true, [.. result.Roles.Select(role => Item(wording, role))]),
            .. result.Against is { } day ? new[] { wording.Paragraph("career.fit_against", ("answer", wording.Say(day.Key))) } : [],
            .. FitTable.Layers[0] == result.Layer.Id && answers.Letters[3] != 'a' ? new[] { wording.Paragraph("career.fit_study", ("answer", wording.Say($"career.fit_4{answers.Letters[3]}"))) } : [],
            .. NoPage(wording, result),
            wording.Note("career.fit_sorted"),
            .. GuideReply.Rows(Next(wording, result)),
        ]);
    }

    private static IEnumerable<Block> Given(Wording wording, FitAnswers answers) => answers.Letters.Length == 0
        ? [wording.Paragraph("career.fit_opening")]
        : [wording.Note("career.fit_given", ("answers", string.Join(" · ", answers.All().Select(answer => wording.Say(answer.Key)))))];

    private static Paragraph Because(Wording wording, FitChoice choice) => choice.Because switch
    {
        [] => wording.Paragraph("career.fit_because_rest"),
        [var one] => wording.Paragraph("career.fit_because", ("answer", wording.Say(one.Key))),
        [var one, var other, ..] => wording.Paragraph("career.fit_because_two", ("answer", wording.Say(one.Key)), ("other", wording.Say(other.Key))),
    };

    private static BulletItem Item(Wording wording, FitChoice role) => new([new Run($"{Name(wording, role.Id)}. ", IsBold: true), .. Because(wording, role).Text], []);

    private IEnumerable<Button> Next(Wording wording, FitResult result)
    {
        var known = result.Roles.Select(role => Page(wording, role)).OfType<CareerRole>().ToList();
        foreach (var role in known)
            yield return RoleAnswers.Button(role.Name, "career role name", role.Name);
        if (known is [var first, var second])
            yield return wording.Button("career.fit_compare", CareerCompareCommand.Line(first, second));
        yield return wording.Button("career.fit_market", "career market topic:\"what each layer asks for\"");
        yield return wording.Button("career.fit_again", "career fit");
    }

    private IEnumerable<Block> NoPage(Wording wording, FitResult result)
    {
        var without = result.Roles.Where(role => Page(wording, role) is null).Select(role => Name(wording, role.Id)).ToList();
        return without.Count == 0 ? [] : [wording.Note("career.fit_no_page", ("roles", string.Join("; ", without)))];
    }

    private CareerRole? Page(Wording wording, FitChoice role) => book.Roles.FirstOrDefault(known => known.Name == Name(wording, role.Id));

    private static string Name(Wording wording, string id) => wording.Say($"career.fit_name_{id}");

    private static string Line(FitAnswers answers) => answers.Letters.Length == 0 ? "career fit" : $"career fit answers:{answers.Letters}";
}
