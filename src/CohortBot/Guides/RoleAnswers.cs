using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;

namespace CohortBot.Guides;

/// <summary>Finds the role that somebody means, or says which ones come near.</summary>
internal sealed class RoleAnswers(GuideBook book)
{
    /// <summary>The roles.</summary>
    /// <exception cref="CommandException">The course has no guide of roles.</exception>
    public IReadOnlyList<CareerRole> Roles => book.Roles.Count > 0 ? book.Roles : throw new CommandException("career.no_guide");

    /// <summary>How the guide wants its figures to be read.</summary>
    public IEnumerable<Block> HowToRead => book.RoleGuide is { } guide ? GuideSection.Opening(guide).OfType<Paragraph>().Select(paragraph => new Note(paragraph.Text)) : [];

    /// <summary>The role, or null.</summary>
    public CareerRole? Find(string asked) => RoleFinder.Find(Roles, asked);

    /// <summary>Says that a role is unknown, with a button for each that comes near.</summary>
    /// <param name="context">The command.</param>
    /// <param name="asked">What was typed.</param>
    /// <param name="command">What the button runs, up to the role: <c>career role name</c>.</param>
    public Reply Unknown(CommandContext context, string asked, string command)
    {
        var near = RoleFinder.Near(Roles, asked);
        var key = near.Count < Roles.Count ? "career.unknown_role_near" : "career.unknown_role";
        return new Reply(context.Wording.Document(key, ("asked", GuideReply.Shorten(asked)), ("near", string.Join(", ", near)))
            .With(GuideReply.Rows(near.Select(name => Button(name, command, name)))));
    }

    /// <summary>The names, for completion.</summary>
    public IReadOnlyList<Choice> Choices() => [.. book.Roles.Select(role => new Choice(role.Name, role.Name))];

    /// <summary>A button that runs a command with a role.</summary>
    public static Button Button(string label, string command, string role) => new(label, $"{command}:{CommandLine.Quote(role)}");
}
