using System.Runtime.CompilerServices;
using System.Text;
using CohortBot.Texts;

namespace CohortBot.Advisors.Safety;

/// <summary>
/// Stands between the advisor and the lab and holds each answer against what the advisor was given: the author's prompt is never recited, and a figure
/// that the course does not have is marked by the program, in words of its own.
/// </summary>
internal sealed class GuardedAdvisor(Advisor advisor, CourseFigures figures, TextCatalogue texts) : IAdvisor
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<AdvisorPiece> AnswerAsync(LabConversation conversation, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (leak, said) = (new PromptLeak(conversation.Lab.Prompt.Template), new StringBuilder());
        await foreach (var piece in advisor.AnswerAsync(conversation, cancellationToken))
        {
            if (piece is AdvisorPiece.Restarted)
            {
                (leak, said) = (new PromptLeak(conversation.Lab.Prompt.Template), new StringBuilder());
                yield return piece;
                continue;
            }

            var shown = piece is AdvisorPiece.Words words ? leak.Take(words.Text) : leak.Finish();
            said.Append(shown);
            if (piece is not AdvisorPiece.Words)
                shown += Remark(conversation, leak, said.ToString());
            if (shown.Length > 0)
                yield return new AdvisorPiece.Words(shown);
            if (piece is not AdvisorPiece.Words)
                yield return piece;
        }
    }

    /// <inheritdoc/>
    public Task<Card> MakeCardAsync(LabConversation conversation, CancellationToken cancellationToken) => advisor.MakeCardAsync(conversation, cancellationToken);

    /// <inheritdoc/>
    public Task<string> SummariseAsync(LabConversation conversation, CancellationToken cancellationToken) => advisor.SummariseAsync(conversation, cancellationToken);

    private string Remark(LabConversation conversation, PromptLeak leak, string said)
    {
        var wording = texts.In(conversation.Locale);
        if (leak.IsLeaking)
            return $"{(said.Length > 0 ? " …\n\n" : "")}{wording.Say("advisors.keeps_prompt")}";
        var unsourced = figures.ListUnsourced(conversation, said);
        return unsourced.Count == 0 ? "" : $"\n\n*{wording.Say("advisors.unsourced", ("count", unsourced.Count), ("figures", string.Join(", ", unsourced)))}*";
    }
}
