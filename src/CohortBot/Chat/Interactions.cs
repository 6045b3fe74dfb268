using CohortBot.Chat.Documents;

namespace CohortBot.Chat;

/// <summary>A command that somebody typed, or a button or form that stands for it.</summary>
public sealed record CommandCall
{
    /// <summary>Who called.</summary>
    public required UserRef User { get; init; }

    /// <summary>The name that the platform shows for the caller.</summary>
    public required string UserName { get; init; }

    /// <summary>Where it was called.</summary>
    public required Place Place { get; init; }

    /// <summary>The line without the slash: <c>cohort pause reason:"public holiday"</c>.</summary>
    public required string Line { get; init; }

    /// <summary>What was filled in, when a form was sent; keyed by the form's field ids.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The message whose button was pressed.</summary>
    public MessageRef? Pressed { get; init; }

    /// <summary>The caller's language tag, where the platform sends it.</summary>
    public string? Locale { get; init; }
}

/// <summary>What a command answers.</summary>
public sealed record Reply(Document Document)
{
    /// <summary>Only the caller sees it, unless a command says otherwise.</summary>
    public bool IsPrivate { get; init; } = true;

    /// <summary>A form to show instead of a message.</summary>
    public Form? Form { get; init; }

    /// <summary>A file to hand over with the message.</summary>
    public ReplyFile? File { get; init; }

    /// <summary>The caller is not known any more: a platform of ours shows this and keeps it nowhere.</summary>
    public bool IsFarewell { get; init; }

    /// <summary>Where the caller should be taken (a thread that was opened), on platforms that can.</summary>
    public Place? GoTo { get; init; }

    /// <summary>Whether the message whose button was pressed is replaced by this reply (a confirmation that was answered).</summary>
    public bool ReplacesPressed { get; init; }
}

/// <summary>A file that a person asked for.</summary>
public sealed record ReplyFile(string Name, string ContentType, byte[] Content);

/// <summary>A form: a title, at most five fields (Discord), and the command that gets what was filled in.</summary>
public sealed record Form(string Title, string Action, IReadOnlyList<FormField> Fields, string Submit);

/// <summary>A field of a form.</summary>
/// <param name="Id">Its key among the filled-in values.</param>
/// <param name="Label">What a person reads, at most 45 characters (Discord).</param>
/// <param name="Value">What stands in it at first.</param>
/// <param name="IsLong">Several lines.</param>
/// <param name="IsRequired">Must be filled in.</param>
/// <param name="MaxLength">Characters at most; 4,000 on Discord.</param>
public sealed record FormField(string Id, string Label, string Value = "", bool IsLong = false, bool IsRequired = true, int MaxLength = 4000);

/// <summary>Runs commands; the command router implements it, a platform's listener calls it.</summary>
public interface IInteractions
{
    /// <summary>Runs a command and returns what to say; a wrong command is answered in words, never thrown.</summary>
    Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken);

    /// <summary>What could come next on a line that is being typed.</summary>
    Task<IReadOnlyList<Suggestion>> SuggestAsync(CommandCall call, CancellationToken cancellationToken);
}

/// <summary>One completion: the whole line that it makes, what it is called and what it does.</summary>
public sealed record Suggestion(string Line, string Label, string Hint);
