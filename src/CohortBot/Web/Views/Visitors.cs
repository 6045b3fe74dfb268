using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Cohorts;
using CohortBot.Texts;

namespace CohortBot.Web.Views;

/// <summary>Knows the people who can be acted as: their language and their role.</summary>
internal sealed class Visitors(LocalStore store, MemberDirectory members, RoleStore roles, CohortStore cohorts, TextCatalogue texts)
{
    /// <summary>The page's context for a person, or null when there is no such person. Without a name it is the first member.</summary>
    public async Task<PageContext?> FindAsync(string? name, TimeProvider time, CancellationToken cancellationToken)
    {
        var person = string.IsNullOrEmpty(name)
            ? await store.ListPeopleAsync(cancellationToken) is [var first, ..] ? first : null
            : await store.FindPersonAsync(new PersonId(name), cancellationToken);
        if (person is null)
            return null;
        var member = await members.FindAsync(person.Person.User, cancellationToken);
        return new PageContext(person, texts.In(member?.Locale ?? Locale.Nearest(person.Locale)), time.GetUtcNow());
    }

    /// <summary>Everybody who can be acted as, with the role that counts in a place.</summary>
    public async Task<IReadOnlyList<PersonEntry>> ListAsync(Place place, Wording wording, CancellationToken cancellationToken)
    {
        var cohort = await cohorts.FindByChannelAsync(place, cancellationToken);
        List<PersonEntry> people = [];
        foreach (var person in await store.ListPeopleAsync(cancellationToken))
        {
            var member = await members.FindAsync(person.Person.User, cancellationToken);
            var role = member is null
                ? Role.Member
                : await roles.FindAsync(WorkspaceId.Local, cohort?.Id ?? CohortId.Workspace, member.Key, cancellationToken);
            people.Add(new PersonEntry(person, wording.Say($"role.{role}")));
        }

        return people;
    }
}
