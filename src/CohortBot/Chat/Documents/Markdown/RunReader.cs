using System.Runtime.CompilerServices;
using Markdig.Syntax.Inlines;

namespace CohortBot.Chat.Documents.Markdown;

/// <summary>Reads the words inside a block.</summary>
internal sealed class RunReader(MarkdownContext context)
{
    /// <summary>The runs of a block; neighbours of one look are one run, space at both ends is dropped.</summary>
    public IReadOnlyList<Run> Read(ContainerInline? inlines)
    {
        List<Run> runs = [];
        if (inlines is not null)
            Walk(inlines, new Run(""), runs);
        return Trim(runs);
    }

    /// <summary>Space at both ends dropped, and what is empty then.</summary>
    public static IReadOnlyList<Run> Trim(IReadOnlyList<Run> runs)
    {
        List<Run> kept = [.. runs.SkipWhile(run => string.IsNullOrWhiteSpace(run.Text))];
        while (kept.Count > 0 && string.IsNullOrWhiteSpace(kept[^1].Text))
            kept.RemoveAt(kept.Count - 1);
        if (kept.Count == 0)
            return [];
        kept[0] = kept[0] with { Text = kept[0].Text.TrimStart() };
        kept[^1] = kept[^1] with { Text = kept[^1].Text.TrimEnd() };
        return kept;
    }

    private void Walk(ContainerInline parent, Run look, List<Run> runs)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var inline in parent)
            ReadOne(inline, look, runs);
    }

    private void ReadOne(Inline inline, Run look, List<Run> runs)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Add(runs, look with { Text = literal.Content.ToString() });
                break;
            case LineBreakInline lineBreak:
                Add(runs, look with { Text = lineBreak.IsHard || context.IsLenient ? "\n" : " " });
                break;
            case CodeInline code:
                Add(runs, look with { Text = code.Content, IsCode = true });
                break;
            case HtmlEntityInline entity:
                Add(runs, look with { Text = entity.Transcoded.ToString() });
                break;
            case EmphasisInline emphasis:
                Walk(emphasis, emphasis.DelimiterCount == 2 ? look with { IsBold = true } : look with { IsItalic = true }, runs);
                break;
            case LinkInline link:
                ReadLink(link, look, runs);
                break;
            case AutolinkInline auto:
                Add(runs, look with { Text = auto.Url, Url = look.Url ?? (IsWebAddress(auto.Url) ? auto.Url : null) });
                break;
            case DelimiterInline delimiter:
                Add(runs, look with { Text = delimiter.ToLiteral() });
                Walk(delimiter, look, runs);
                break;
            case ContainerInline container:
                Walk(container, look, runs);
                break;
            default:
                context.Refuse(inline, inline is HtmlInline ? MarkdownFaultKind.Html : MarkdownFaultKind.Other);
                Add(runs, look with { Text = context.Written(inline) });
                break;
        }
    }

    private void ReadLink(LinkInline link, Run look, List<Run> runs)
    {
        if (link.IsImage || !IsWebAddress(link.Url) || Read(link).Count == 0)
        {
            context.Refuse(link, link.IsImage ? MarkdownFaultKind.ImageInText : MarkdownFaultKind.Link);
            Add(runs, look with { Text = context.Written(link) });
            return;
        }

        Walk(link, look with { Url = link.Url }, runs);
        if (!string.IsNullOrWhiteSpace(link.Title))
            Add(runs, look with { Text = $" ({link.Title})" });
    }

    private static bool IsWebAddress(string? address) =>
        address is not null && !address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static void Add(List<Run> runs, Run run)
    {
        if (run.Text.Length == 0)
            return;
        if (runs.Count > 0 && runs[^1] with { Text = "" } == run with { Text = "" })
            runs[^1] = run with { Text = runs[^1].Text + run.Text };
        else
            runs.Add(run);
    }
}
