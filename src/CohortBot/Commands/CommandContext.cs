using System.Globalization;
using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Texts;

namespace CohortBot.Commands;

/// <summary>A command at work: who called, where, with what, and the words to answer in.</summary>
internal sealed record CommandContext
{
    /// <summary>The call as it came.</summary>
    public required CommandCall Call { get; init; }

    /// <summary>Who called.</summary>
    public required Member Member { get; init; }

    /// <summary>The role that counts here.</summary>
    public required Role Role { get; init; }

    /// <summary>The cohort whose channel this is or that the option <c>cohort</c> names, or null.</summary>
    public required CohortId? Cohort { get; init; }

    /// <summary>What the program says in the caller's language.</summary>
    public required Wording Wording { get; init; }

    /// <summary>The options by name.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>The workspace.</summary>
    public WorkspaceId Workspace => Member.Workspace;

    /// <summary>What was given for an option, or null.</summary>
    public string? Find(string option) => Options.GetValueOrDefault(option) is { Length: > 0 } value ? value : null;

    /// <summary>What was given for an option that the command needs.</summary>
    /// <exception cref="CommandException">It was not given.</exception>
    public string Get(string option) =>
        Find(option) ?? throw new CommandException("commands.option_missing", ("option", option));

    /// <summary>A whole number, or null when not given.</summary>
    /// <exception cref="CommandException">What was given is no number.</exception>
    public int? FindNumber(string option)
    {
        if (Find(option) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new CommandException("commands.not_a_number", ("option", option), ("value", text));
    }

    /// <summary>The cohort.</summary>
    /// <exception cref="CommandException">The channel belongs to no cohort, and none was named.</exception>
    public CohortId GetCohort() => Cohort ?? throw new CommandException("commands.no_cohort_here");

    /// <summary>A private answer of one paragraph.</summary>
    public Reply Say(string key, params ReadOnlySpan<(string Name, object? Value)> values) => new(Wording.Document(key, values));
}
