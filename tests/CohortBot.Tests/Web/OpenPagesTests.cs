using CohortBot.Chat.Local;
using CohortBot.Tests.Chat.Local;
using CohortBot.Tests.Fakes;
using CohortBot.Web.Live;

namespace CohortBot.Tests.Web;

public sealed class OpenPagesTests
{
    [Fact]
    public async Task While_no_page_is_open_nobody_is_listed_and_the_database_is_not_asked()
    {
        await using var test = await TestDatabase.CreateAsync();
        test.Faults.ReadFault = new InvalidOperationException("Asked.");
        var pages = new OpenPages(new LocalStore(test.Database));
        Assert.Empty(await pages.ListPeopleAsync(CancellationToken.None));

        pages.Open("page", LocalPlatform.Amina.Person);
        await Assert.ThrowsAsync<InvalidOperationException>(() => pages.ListPeopleAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_person_is_listed_once_until_the_last_of_their_pages_is_gone()
    {
        await using var test = await TestDatabase.CreateAsync();
        var store = new LocalStore(test.Database);
        var pages = new OpenPages(store);
        foreach (var person in new[] { LocalPlatform.Amina, LocalPlatform.Ben })
            await store.AddPersonAsync(person, CancellationToken.None);

        pages.Open("first", LocalPlatform.Amina.Person);
        pages.Open("second", LocalPlatform.Amina.Person);
        pages.Close("first");
        pages.Close("first");
        Assert.Equal([LocalPlatform.Amina.Person], (await pages.ListPeopleAsync(CancellationToken.None)).Select(person => person.Person));

        pages.Close("second");
        Assert.Empty(await pages.ListPeopleAsync(CancellationToken.None));
    }
}
