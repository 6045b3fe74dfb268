using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Texts;

namespace CohortBot.Commands;

/// <summary>Knows who calls, in which cohort, with which role, and in which language to answer.</summary>
internal sealed class CommandCaller(MemberDirectory members, RoleStore roles, ICohortScope cohorts, TextCatalogue texts)
{
    /// <summary>The language to answer in, even when the rest of the call is wrong.</summary>
    public async Task<Wording> FindWordingAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var known = await members.FindAsync(call.User, cancellationToken);
        return texts.In(known?.Locale ?? Locale.Nearest(call.Locale));
    }

    /// <summary>The language that the platform says, when the database cannot be asked.</summary>
    public Wording GuessWording(CommandCall call) => texts.In(Locale.Nearest(call.Locale));

    /// <summary>Everything that a command is told.</summary>
    public async Task<CommandContext> ContextAsync(
        CommandCall call, IReadOnlyDictionary<string, string> options, CancellationToken cancellationToken)
    {
        var member = await members.MeetAsync(new ChatUser(call.User, call.UserName, Locale: call.Locale), cancellationToken);
        var cohort = await cohorts.FindAsync(call.Place, options.GetValueOrDefault("cohort"), cancellationToken);
        return new CommandContext
        {
            Call = call,
            Member = member,
            Cohort = cohort,
            Role = await roles.FindAsync(member.Workspace, cohort ?? CohortId.Workspace, member.Key, cancellationToken),
            Wording = texts.In(member.Locale ?? Locale.Nearest(call.Locale)),
            Options = options,
        };
    }
}
