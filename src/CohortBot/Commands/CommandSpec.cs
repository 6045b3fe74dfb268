using CohortBot.Access;

namespace CohortBot.Commands;

/// <summary>What is typed to run a command, and who may. Its description is the text <c>command.cohort.pause</c>.</summary>
/// <param name="Path">The words without the slash: <c>cohort pause</c>.</param>
internal sealed record CommandSpec(string Path)
{
    /// <summary>The least role that may run it; facilitators' commands are hidden from members where a platform can.</summary>
    public Role Needs { get; init; } = Role.Member;

    /// <summary>The options, in the order in which they can be given without their names.</summary>
    public IReadOnlyList<CommandOption> Options { get; init; } = [];

    /// <summary>Only buttons and forms call it: left out of help and completion.</summary>
    public bool IsHidden { get; init; }

    /// <summary>It answers with a form, which platforms must show at once.</summary>
    public bool OpensForm { get; init; }

    /// <summary>The first word: <c>cohort</c>, <c>lesson</c>, <c>lab</c>, <c>career</c> or <c>my</c>.</summary>
    public string Word => Path.Split(' ')[0];

    /// <summary>The key of its description.</summary>
    public string TextKey => $"command.{Path.Replace(' ', '.')}";
}

/// <summary>An option. Its description is the text <c>command.cohort.pause.reason</c>.</summary>
/// <param name="Name">What is typed before the colon.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="IsRequired">Whether the command needs it.</param>
internal sealed record CommandOption(string Name, OptionKind Kind = OptionKind.Text, bool IsRequired = false)
{
    /// <summary>Only buttons give it: left out of help and completion.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The only values it can take, if it is a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>What an option takes.</summary>
internal enum OptionKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A person, as <c>@name</c> or the platform's mention.</summary>
    Person,

    /// <summary>A channel, as <c>#name</c> or the platform's mention.</summary>
    Channel,
}

/// <summary>A value that an option could take, and what a person reads for it.</summary>
internal sealed record Choice(string Value, string Label);
