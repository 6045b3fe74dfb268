using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Courses;
using CohortBot.Exchanges;
using CohortBot.Tests.Fakes;
using CohortBot.Tests.Labs;
using CohortBot.Tests.Operations;

namespace CohortBot.Tests.Exchanges;

[Collection(FiguresAlone.Name)]
public sealed class ExchangeFigureTests
{
    [Fact]
    public async Task An_exchange_is_counted_once_however_often_its_turn_is_written()
    {
        await using var world = await LabWorld.StartAsync();
        var thread = await world.OpenAsync("amina");
        using var counted = new CountedFigure("cohortbot.exchanges.counted");

        await world.SayAsync("amina", thread, "I am a nurse.");
        await world.Database.WriteAsync(session => world.Get<ExchangeStore>().AddAsync(session, Again), CancellationToken.None);

        Assert.Equal(1, counted.Sum);
        Assert.Equal(1, await world.CountAsync("exchanges"));
    }

    private static Exchange Again => new()
    {
        Workspace = WorkspaceId.Local,
        Cohort = new CohortId(1),
        Lab = new LabId("fit"),
        Member = new MemberKey("again"),
        Participation = new ParticipationId(1),
        Turn = new TurnId(1),
        Model = "test",
        InputTokens = 1,
        OutputTokens = 1,
    };
}
