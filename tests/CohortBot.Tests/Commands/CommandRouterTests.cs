using CohortBot.Access;
using CohortBot.Chat;
using CohortBot.Chat.Documents;
using CohortBot.Commands;
using CohortBot.Tests.Fakes;
using CohortBot.Texts;
using Microsoft.Extensions.Logging.Abstractions;

namespace CohortBot.Tests.Commands;

public sealed class CommandRouterTests
{
    [Theory]
    [InlineData("", "Type a command after the slash")]
    [InlineData("/chort pause", "Did you mean /cohort?")]
    [InlineData("/xyzzyx", "There is no command /xyzzyx")]
    [InlineData("/cohort puase", "Did you mean /cohort pause?")]
    [InlineData("/cohort pause reson:x", "Did you mean reason:?")]
    [InlineData("/cohort pause days:x", "takes a whole number")]
    [InlineData("/cohort pause mode:never", "It can be: soon, later")]
    [InlineData("/lesson post", "This command needs lesson:")]
    [InlineData("/cohort boom", "it is our fault")]
    public async Task A_wrong_line_is_answered_in_words(string line, string expected)
    {
        await using var world = await World.CreateAsync(Role.Owner);
        var text = Text(await world.RunAsync(line));
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_above_the_caller_is_refused_and_not_run()
    {
        await using var world = await World.CreateAsync(Role.Member);
        var text = Text(await world.RunAsync("/cohort pause reason:rest"));
        Assert.Contains("role facilitator", text, StringComparison.Ordinal);
        Assert.Empty(world.Ran);
    }

    [Fact]
    public async Task Options_are_taken_by_name_or_in_order()
    {
        await using var world = await World.CreateAsync(Role.Facilitator);
        await world.RunAsync("/cohort pause reason:\"two words\" days:3");
        await world.RunAsync("/lesson post job-market now and here");
        Assert.Equal(["reason=two words;days=3", "lesson=job-market;note=now and here"], world.Ran);
    }

    [Fact]
    public async Task A_form_fills_in_options()
    {
        await using var world = await World.CreateAsync(Role.Facilitator);
        await world.RunAsync("/lesson post job-market", ("note", "from the form"));
        Assert.Equal(["lesson=job-market;note=from the form"], world.Ran);
    }

    [Fact]
    public async Task Help_and_completion_show_only_what_the_caller_may_use()
    {
        await using var member = await World.CreateAsync(Role.Member);
        Assert.Contains("is for facilitators", Text(await member.RunAsync("/cohort help")), StringComparison.Ordinal);
        Assert.Empty(await member.SuggestAsync("/coh"));

        await using var owner = await World.CreateAsync(Role.Owner);
        Assert.Contains(await owner.SuggestAsync("/coh"), suggestion => suggestion.Line == "/cohort pause ");
        Assert.Contains(await owner.SuggestAsync("/cohort pause mode:l"), suggestion => suggestion.Line == "/cohort pause mode:later ");
    }

    private static string Text(Reply reply) =>
        string.Concat(reply.Document.Blocks.OfType<Paragraph>().SelectMany(block => block.Text).Select(run => run.Text));

    private sealed class World : IAsyncDisposable
    {
        private readonly TestDatabase _test;
        private readonly CommandRouter _router;

        private World(TestDatabase test)
        {
            _test = test;
            var caller = new CommandCaller(
                new MemberDirectory(test.Database, test.Clock), new RoleStore(test.Database, test.Clock), new NoCohort(), new TextCatalogue());
            var catalogue = new CommandCatalogue(
            [
                new Probe(new CommandSpec("cohort pause")
                {
                    Needs = Role.Facilitator,
                    Options = [new("reason"), new("days", OptionKind.Number), new("mode") { Choices = ["soon", "later"] }],
                }, Ran),
                new Probe(new CommandSpec("cohort boom") { IsHidden = true }, Ran),
                new Probe(new CommandSpec("lesson post") { Options = [new("lesson", IsRequired: true), new("note")] }, Ran),
            ]);
            _router = new CommandRouter(catalogue, caller, new CommandHelp(catalogue, caller), NullLogger<CommandRouter>.Instance);
        }

        public List<string> Ran { get; } = [];

        public static async Task<World> CreateAsync(Role role)
        {
            var test = await TestDatabase.CreateAsync();
            await new WorkspaceStore(test.Database, test.Clock).AddAsync(WorkspaceId.Local, "Local", CancellationToken.None);
            var member = await new MemberDirectory(test.Database, test.Clock).MeetAsync(new ChatUser(new UserRef(WorkspaceId.Local, "ada"), "Ada"), CancellationToken.None);
            await new RoleStore(test.Database, test.Clock).GiveAsync(WorkspaceId.Local, CohortId.Workspace, member.Key, role, CancellationToken.None);
            return new World(test);
        }

        public Task<Reply> RunAsync(string line, params (string Field, string Value)[] fields) => _router.RunAsync(Call(line, fields), CancellationToken.None);

        public Task<IReadOnlyList<Suggestion>> SuggestAsync(string line) => _router.SuggestAsync(Call(line), CancellationToken.None);

        public ValueTask DisposeAsync() => _test.DisposeAsync();

        private static CommandCall Call(string line, params (string Field, string Value)[] fields) => new()
        {
            User = new UserRef(WorkspaceId.Local, "ada"),
            UserName = "Ada",
            Place = new Place(WorkspaceId.Local, "general"),
            Line = line,
            Fields = fields.ToDictionary(field => field.Field, field => field.Value, StringComparer.Ordinal),
        };
    }

    private sealed class Probe(CommandSpec spec, List<string> ran) : ICommand
    {
        public CommandSpec Spec => spec;

        public Task<Reply> RunAsync(CommandContext context, CancellationToken cancellationToken)
        {
            if (spec.Path == "cohort boom")
                throw new InvalidOperationException("boom");
            _ = context.FindNumber("days");
            ran.Add(string.Join(';', spec.Options.Where(option => context.Find(option.Name) is not null).Select(option => $"{option.Name}={context.Find(option.Name)}")));
            return Task.FromResult(new Reply(Document.Plain("done")));
        }
    }

    private sealed class NoCohort : ICohortScope
    {
        public Task<CohortId?> FindAsync(Place place, string? named, CancellationToken cancellationToken) => Task.FromResult<CohortId?>(null);
    }
}
