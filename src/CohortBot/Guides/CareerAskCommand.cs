using System.Globalization;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;

namespace CohortBot.Guides;

/// <summary><c>/career ask</c>: the questions that people ask, by number or by words.</summary>
internal sealed class CareerAskCommand(GuideBook book) : ICommand
{
    private const string Command = "career ask question";

    /// <inheritdoc/>
    public CommandSpec Spec { get; } = new("career ask") { Options = [new("question")] };

    /// <inheritdoc/>
    public Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var page = new GuidePage(book.Questions, Command, "career.no_question");
        var questions = page.Sections;
        if (context.Find("question") is not { } asked)
            return Task.FromResult(List(context, questions));
        if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Task.FromResult(SectionFinder.Find(questions, asked).Count > 0 ? page.Answer(context) : List(context, questions, asked));
        return Task.FromResult(number >= 1 && number <= questions.Count
            ? GuideReply.Section(context, book.Questions!, questions[number - 1], [])
            : List(context, questions, asked));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, string option, CancellationToken cancellationToken) =>
        Task.FromResult(new GuidePage(book.Questions, Command, "career.no_question").Choices());

    private static Reply List(CommandContext context, IReadOnlyList<GuideSection> questions, string? asked = null) => new(new Document(
    [
        context.Wording.Heading(2, "career.questions"),
        .. asked is null ? Array.Empty<Block>() : [context.Wording.Paragraph("career.no_question", ("asked", GuideReply.Shorten(asked)))],
        new Bullets(IsNumbered: true, [.. questions.Select(question => new BulletItem(Run.Of(question.Title), []))]),
        context.Wording.Note("career.ask_how"),
        .. GuideReply.Rows(questions.Select((_, index) => new Button($"{index + 1}", $"{Command}:{index + 1}"))),
    ]));
}
