using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;

namespace CohortBot.Guides;

/// <summary><c>/career salary</c>: what a role is said to pay, each figure with place, year and source, and where sources differ or are silent.</summary>
internal sealed class CareerSalaryCommand(GuideBook book) : ICommand
{
    private const string Command = "career salary role";

    private readonly RoleAnswers _answers = new(book);

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("career salary") { Options = [new("role")] };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Find("role") is not { } asked)
            return Task.FromResult(All(context));
        return Task.FromResult(_answers.Find(asked) is { } role ? One(context, role) : _answers.Unknown(context, asked, Command));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) => Task.FromResult(_answers.Choices());

    private Reply All(CommandContext context)
    {
        var pay = new PayWords(book, context.Wording);
        return new Reply(new Document(
        [
            context.Wording.Heading(2, "career.salary_all"),
            .. _answers.HowToRead,
            new Table(
                [Cell(context, "career.column_role"), Cell(context, "career.column_says"), Cell(context, "career.place"), Cell(context, "career.column_by")],
                [.. _answers.Roles.SelectMany(role => Rows(context, role, pay.Of(role), pay))]),
            .. GuideReply.Rows(_answers.Roles.Select(role => RoleAnswers.Button(role.Name, Command, role.Name))),
        ]));
    }

    private static IEnumerable<IReadOnlyList<IReadOnlyList<Run>>> Rows(CommandContext context, CareerRole role, IReadOnlyList<PayFigure> figures, PayWords pay) =>
        figures.Count == 0
            ? [[Run.Of(role.Name), Cell(context, "career.not_given"), Run.Of(""), Run.Of("")]]
            : figures.Select(figure => (IReadOnlyList<IReadOnlyList<Run>>)[Run.Of(role.Name), Run.Of(figure.Says), Run.Of(pay.Place(figure)), Run.Of($"{pay.Years(figure)}: {pay.Whence(figure)}")]);

    private Reply One(CommandContext context, CareerRole role)
    {
        var pay = new PayWords(book, context.Wording);
        var figures = pay.Of(role);
        return new Reply(new Document(
        [
            context.Wording.Heading(2, "career.salary_title", ("role", role.Name)),
            context.Wording.Paragraph(PayAgreement.Of(figures) switch
            {
                PayAgreement.None => "career.pay_none",
                PayAgreement.One => "career.pay_one",
                _ => "career.pay_differs",
            }),
            .. figures.Count == 0 ? Array.Empty<Block>() : [Figures(context, figures, pay)],
            .. pay.Rest(role) is { Length: > 0 } rest ? new[] { new Paragraph(Run.Of(rest)) } : [],
            .. _answers.HowToRead,
            new ButtonRow([RoleAnswers.Button(role.Name, "career role name", role.Name), context.Wording.Button("career.salary_all", "career salary")]),
        ]));
    }

    private static Bullets Figures(CommandContext context, IReadOnlyList<PayFigure> figures, PayWords pay) => new(IsNumbered: false,
    [
        .. figures.Select(figure => new BulletItem(Run.Of(figure.Says),
        [
            Sign(context, "career.place", pay.Place(figure)),
            Sign(context, "career.year", pay.Years(figure)),
            Sign(context, "career.by", pay.Whence(figure)),
        ])),
    ]);

    private static BulletItem Sign(CommandContext context, string key, string says) => new([new Run($"{context.Wording.Say(key)}: ", IsBold: true), new Run(says)], []);

    private static IReadOnlyList<Run> Cell(CommandContext context, string key) => Run.Of(context.Wording.Say(key));
}
