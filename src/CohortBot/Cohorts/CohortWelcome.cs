using CohortBot.Chat.Documents;
using CohortBot.Chat.Sending;
using CohortBot.Courses;
using CohortBot.Storage;
using CohortBot.Texts;

namespace CohortBot.Cohorts;

/// <summary>The first message in a cohort's channel: what the course is, and a button to join.</summary>
internal sealed class CohortWelcome(Outbox outbox, TextCatalogue texts)
{
    /// <summary>Adds the welcome in the transaction that creates the cohort.</summary>
    public Task AddAsync(Session session, Cohort cohort, Course course)
    {
        var wording = texts.In(cohort.Locale);
        return outbox.AddAsync(session, new OutboxMessage
        {
            Key = Key(cohort),
            Place = cohort.Place,
            Document = new Document([new Heading(1, Run.Of(course.Title))])
                .With(course.Welcome.Blocks)
                .With(new ButtonRow([wording.Button("cohorts.join", $"my join cohort:{cohort.Id}", ButtonLook.Primary)])),
        });
    }

    /// <summary>Sends the welcome; what cannot be sent now goes on being tried.</summary>
    public Task SendAsync(Cohort cohort, CancellationToken cancellationToken) => outbox.DeliverAsync(Key(cohort), cancellationToken);

    private static OutboxKey Key(Cohort cohort) => new(cohort.Workspace, $"welcome/{cohort.Id}");
}
