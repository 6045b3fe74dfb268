using System.Runtime.CompilerServices;
using CohortBot.Chat;
using CohortBot.Exchanges;
using CohortBot.Labs;

namespace CohortBot.Tests.Labs;

public sealed class OpenedTurnsTests
{
    private static readonly LabScene Scene = (LabScene)RuntimeHelpers.GetUninitializedObject(typeof(LabScene)); // handed on, never looked into

    private readonly OpenedTurns _opened = new();

    [Fact]
    public void A_turn_that_was_just_opened_is_taken_up_as_new_and_once()
    {
        var turn = Open();

        Assert.True(_opened.TakeNext(turn.Lane) is { IsNew: true, Scene: not null } next && next.Id == turn.Id);

        Assert.Null(_opened.TakeNext(turn.Lane));
        Assert.False(_opened.TryTake(turn.Id));
    }

    [Fact]
    public void A_turn_of_a_lane_that_came_from_elsewhere_is_read_and_is_still_new()
    {
        var turn = Open();

        _opened.Distrust(turn.Lane);

        Assert.Null(_opened.TakeNext(turn.Lane));
        Assert.True(_opened.TryTake(turn.Id));
    }

    [Fact]
    public void A_turn_that_another_program_may_have_begun_is_neither_known_nor_new()
    {
        var turn = Open();

        _opened.Forget();

        Assert.Null(_opened.TakeNext(turn.Lane));
        Assert.False(_opened.TryTake(turn.Id));
    }

    [Fact]
    public void A_turn_that_a_budget_holds_is_read()
    {
        var turn = Open(TurnState.Held);

        Assert.Null(_opened.TakeNext(turn.Lane));
        Assert.True(_opened.TryTake(turn.Id));
    }

    [Fact]
    public void A_turn_that_was_found_and_begun_before_its_opener_came_to_say_so_is_not_begun_again()
    {
        var turn = New(TurnState.Open);
        _opened.Expect(turn.Id);
        Assert.True(_opened.TryTake(turn.Id)); // found in the database right after the commit

        _opened.Add(turn);

        Assert.Null(_opened.TakeNext(turn.Lane));
        Assert.False(_opened.TryTake(turn.Id));
    }

    private Turn Open(TurnState state = TurnState.Open)
    {
        var turn = New(state);
        _opened.Expect(turn.Id);
        _opened.Add(turn);
        return turn;
    }

    private static Turn New(TurnState state) =>
        new()
        {
            Id = new TurnId(7),
            Workspace = new WorkspaceId("w"),
            Participation = new ParticipationId(3),
            State = state,
            OpenedAt = DateTimeOffset.UnixEpoch,
            Attempts = 0,
            Scene = Scene,
        };
}
