using System.Runtime.CompilerServices;
using CohortBot.Advisors;
using CohortBot.Advisors.Cards;
using CohortBot.Texts;

namespace CohortBot.Tests.Labs;

/// <summary>An advisor that repeats what the member says, unless the next answer is scripted. Its cards follow the author's rules.</summary>
internal sealed class ScriptedAdvisor : IAdvisor
{
    private readonly Queue<Func<LabConversation, CancellationToken, Task<string>>> _script = [];

    public List<LabConversation> Asked { get; } = [];

    public List<LabConversation> Summarised { get; } = [];

    public int Cards { get; private set; }

    public string AnswersAs { get; set; } = "script";

    public AdvisorFailure? CardFails { get; set; }

    /// <summary>What happens while the advisor sums up.</summary>
    public Func<Task> WhileSummarising { get; set; } = () => Task.CompletedTask;

    /// <summary>The next answer says this.</summary>
    public void Next(string answer) => _script.Enqueue((_, _) => Task.FromResult(answer));

    /// <summary>The next answer fails.</summary>
    public void NextFails(AdvisorFailure failure) => _script.Enqueue((_, _) => throw new AdvisorException(failure));

    /// <summary>The next answer breaks off after these words and begins anew.</summary>
    public void NextBreaksOff(string words, string answer) => _script.Enqueue((_, _) => Task.FromResult($"{words}\0{answer}"));

    /// <summary>The next answer breaks in a way that nobody foresaw.</summary>
    public void NextBreaks() => _script.Enqueue((_, _) => throw new InvalidOperationException("A fault."));

    /// <summary>The next answer waits until it is released.</summary>
    public Held NextHolds()
    {
        var held = new Held();
        _script.Enqueue(async (talk, token) =>
        {
            held.Entered.TrySetResult();
            await held.Released.Task.WaitAsync(token);
            return $"You said: {talk.Says}";
        });
        return held;
    }

    public async IAsyncEnumerable<AdvisorPiece> AnswerAsync(LabConversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Func<LabConversation, CancellationToken, Task<string>>? scripted;
        lock (_script)
        {
            Asked.Add(conversation);
            _script.TryDequeue(out scripted);
        }

        var answer = scripted is null ? $"You said: {conversation.Says}" : await scripted(conversation, cancellationToken);
        if (answer.Split('\0') is [var lost, var rest])
        {
            yield return new AdvisorPiece.Words(lost);
            yield return new AdvisorPiece.Restarted();
            answer = rest;
        }

        if (answer.Length > 4)
            yield return new AdvisorPiece.Words(answer[..4]);
        cancellationToken.ThrowIfCancellationRequested();
        yield return new AdvisorPiece.Words(answer.Length > 4 ? answer[4..] : answer);
        yield return new AdvisorPiece.Used(AnswersAs, 10, 5);
    }

    public Task<Card> MakeCardAsync(LabConversation conversation, CancellationToken cancellationToken)
    {
        Cards++;
        return CardFails is { } failure
            ? throw new AdvisorException(failure)
            : Task.FromResult(new CardByRules(new TextCatalogue()).Make(conversation, isScripted: false));
    }

    public async Task<string> SummariseAsync(LabConversation conversation, CancellationToken cancellationToken)
    {
        Summarised.Add(conversation);
        await WhileSummarising();
        return $"Summary of {conversation.Past.Count} after “{conversation.Summary}”.";
    }

    internal sealed class Held
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Release() => Released.TrySetResult();
    }
}
