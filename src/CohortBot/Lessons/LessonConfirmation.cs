using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Cohorts;
using CohortBot.Commands;

namespace CohortBot.Lessons;

/// <summary>What <c>/lesson post</c> and <c>/lesson skip</c> share: show first what would happen to which lesson, and do it when the button is pressed.</summary>
internal sealed class LessonConfirmation(LessonChooser chooser, LessonDesk desk)
{
    /// <summary>What such a command takes.</summary>
    public static CommandSpec Spec(string name) => new(name)
    {
        Needs = Role.Facilitator,
        Options = [new("lesson", IsRequired: true), new("confirm") { IsHidden = true }],
    };

    /// <summary>Asks, or does what was asked.</summary>
    public async Task<Reply> RunAsync(CommandContext context, LessonStep step, CancellationToken cancellationToken)
    {
        var choice = await chooser.FindAsync(context, "lesson", cancellationToken);
        choice.Cohort.RefuseClosed();
        if (context.Find("confirm") is not { } shown)
            return Ask(context, step, choice, await desk.FindSlotAsync(choice, cancellationToken));
        await step.DoAsync(choice, shown, context.Member.Key, cancellationToken);
        return context.Say(step.Done, ("lesson", choice.Lesson.Title)) with { ReplacesPressed = true };
    }

    /// <summary>The lessons, for completion.</summary>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, CancellationToken cancellationToken) => chooser.SuggestAsync(context, cancellationToken);

    private static Reply Ask(CommandContext context, LessonStep step, LessonChoice choice, LessonSlot slot)
    {
        var action = $"lesson {step.Verb} lesson:{choice.Lesson.Id} cohort:{choice.Cohort.Id} confirm:{LessonMark.Of(slot)}";
        return new Reply(new Document(
        [
            context.Wording.Paragraph(step.Question, ("lesson", choice.Lesson.Title), ("cohort", choice.Cohort.Name)),
            new ButtonRow([context.Wording.Button(step.Yes, action, step.Look)]),
        ]));
    }
}

/// <summary>What is to be done with a lesson, with the keys of its texts.</summary>
/// <param name="Verb">The command's second word.</param>
/// <param name="DoAsync">Does it, unless something happened since the person looked.</param>
internal sealed record LessonStep(string Verb, Func<LessonChoice, string, MemberKey, CancellationToken, Task> DoAsync)
{
    /// <summary>What is asked first.</summary>
    public required string Question { get; init; }

    /// <summary>What stands on the button.</summary>
    public required string Yes { get; init; }

    /// <summary>How the button looks.</summary>
    public required ButtonLook Look { get; init; }

    /// <summary>What is said afterwards.</summary>
    public required string Done { get; init; }
}
