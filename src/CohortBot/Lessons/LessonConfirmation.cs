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
        return context.Say($"lessons.{step.Verb}_done", ("lesson", choice.Lesson.Title)) with { ReplacesPressed = true };
    }

    /// <summary>The lessons, for completion.</summary>
    public Task<IReadOnlyList<Choice>> SuggestAsync(CommandContext context, CancellationToken cancellationToken) => chooser.SuggestAsync(context, cancellationToken);

    private static Reply Ask(CommandContext context, LessonStep step, LessonChoice choice, LessonSlot slot)
    {
        var action = $"lesson {step.Verb} lesson:{choice.Lesson.Id} cohort:{choice.Cohort.Id} confirm:{LessonMark.Of(slot)}";
        return new Reply(new Document(
        [
            context.Wording.Paragraph($"lessons.{step.Verb}_ask", ("lesson", choice.Lesson.Title), ("cohort", choice.Cohort.Name)),
            new ButtonRow([context.Wording.Button($"lessons.{step.Verb}_yes", action, step.Look)]),
        ]));
    }
}

/// <summary>What is to be done with a lesson.</summary>
/// <param name="Verb">The command's second word; texts are called after it.</param>
/// <param name="Look">How the button looks.</param>
/// <param name="DoAsync">Does it, unless something happened since the person looked.</param>
internal sealed record LessonStep(string Verb, ButtonLook Look, Func<LessonChoice, string, MemberKey, CancellationToken, Task> DoAsync);
