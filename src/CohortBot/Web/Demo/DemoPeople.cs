using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Local;
using CohortBot.Texts;

namespace CohortBot.Web.Demo;

/// <summary>The people of the demo: a facilitator and four members, one of whom reads German and one of whom lives far away.</summary>
internal sealed class DemoPeople(LocalStore store, WorkspaceStore workspaces, MemberDirectory members, RoleStore roles)
{
    /// <summary>The facilitator, owner of the workspace.</summary>
    public static readonly LocalPerson Frida = Person("frida", "Frida", Locale.English, Zone) with { IsStaff = true };

    /// <summary>A member.</summary>
    public static readonly LocalPerson Amina = Person("amina", "Amina", Locale.English, Zone);

    /// <summary>A member in New York.</summary>
    public static readonly LocalPerson Ben = Person("ben", "Ben", Locale.English, "America/New_York");

    /// <summary>A member.</summary>
    public static readonly LocalPerson Chiara = Person("chiara", "Chiara", Locale.English, "Europe/Rome");

    /// <summary>A member who reads German.</summary>
    public static readonly LocalPerson Jonas = Person("jonas", "Jonas", Locale.German, Zone);

    /// <summary>The machine's own zone where it names a place, else Berlin's.</summary>
    public static string Zone => TimeZoneInfo.Local is { HasIanaId: true, Id: var id } && id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal) ? id : "Europe/Berlin";

    /// <summary>Adds them all; twice is once.</summary>
    public async Task AddAsync(CancellationToken cancellationToken)
    {
        await workspaces.AddAsync(WorkspaceId.Local, "CohortBot", cancellationToken);
        foreach (var person in new[] { Frida, Amina, Ben, Chiara, Jonas })
        {
            await store.AddPersonAsync(person, cancellationToken);
            var user = new UserRef(WorkspaceId.Local, person.Person.Value);
            var member = await members.MeetAsync(new ChatUser(user, person.Name, person.Zone, person.Locale), cancellationToken);
            if (person.IsStaff)
                await roles.GiveAsync(WorkspaceId.Local, CohortId.Workspace, member.Key, Role.Owner, cancellationToken);
        }
    }

    private static LocalPerson Person(string id, string name, Locale locale, string zone) =>
        new() { Person = new PersonId(id), Name = name, Locale = locale.Value, Zone = zone, TakesPrivateMessages = true, IsStaff = false };
}
