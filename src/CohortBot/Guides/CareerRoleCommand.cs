using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;

namespace CohortBot.Guides;

/// <summary><c>/career role</c>: what a role does, asks for, leads to and is said to pay; without a name, which roles there are.</summary>
internal sealed class CareerRoleCommand(GuideBook book) : ICommand
{
    private const string Command = "career role name";

    private readonly RoleAnswers _answers = new(book);

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("career role") { Options = [new("name")] };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Find("name") is not { } asked)
            return Task.FromResult(List(context));
        return Task.FromResult(_answers.Find(asked) is { } role ? Show(context, role) : _answers.Unknown(context, asked, Command));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) => Task.FromResult(_answers.Choices());

    private Reply List(CommandContext context) => new(new Document(
    [
        context.Wording.Heading(2, "career.roles"),
        new Bullets(IsNumbered: false, [.. _answers.Roles.Select(role => new BulletItem([new Run(role.Name, IsBold: true), new Run($": {role.Layer}")], []))]),
        .. GuideReply.Rows(_answers.Roles.Select(role => RoleAnswers.Button(role.Name, Command, role.Name))),
    ]));

    private Reply Show(CommandContext context, CareerRole role)
    {
        var pay = new PayWords(book, context.Wording);
        var next = _answers.Roles.SkipWhile(other => other != role).Skip(1).Concat(_answers.Roles).FirstOrDefault(other => other != role);
        return new Reply(new Document(
        [
            new Heading(2, Run.Of(role.Name)),
            new Paragraph(Run.Of(role.About)),
            new Bullets(IsNumbered: false, [.. role.Facts.Select(fact => Item(role, fact, pay))]),
            context.Wording.Note("career.whence", ("guide", book.RoleGuide?.Title)),
            new ButtonRow(
            [
                RoleAnswers.Button(context.Wording.Say("career.pay_button"), "career salary role", role.Name),
                .. next is null ? [] : (Button[])[new Button(context.Wording.Say("career.compare_button", ("role", next.Name)), CareerCompareCommand.Line(role, next))],
            ]),
        ]));
    }

    private static BulletItem Item(CareerRole role, RoleFact fact, PayWords pay)
    {
        if (fact.Label != "Pay" || pay.Of(role) is not { Count: > 0 } figures)
            return new([new Run(fact.Label, IsBold: true), new Run($": {fact.Says}")], []);
        var signed = figures.Select(figure => new BulletItem([new Run($"{figure.Says} "), new Run($"[{pay.Signs(figure)}]", IsItalic: true)], []));
        return new([new Run(fact.Label, IsBold: true), new Run(":")], [.. signed, .. pay.Rest(role) is { Length: > 0 } rest ? new[] { new BulletItem(Run.Of(rest), []) } : []]);
    }
}
