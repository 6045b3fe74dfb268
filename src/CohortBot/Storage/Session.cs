using System.Data.Common;
using Dapper;

namespace CohortBot.Storage;

/// <summary>One transaction at work. SQL stands as raw strings beside the method that needs it; values are always parameters.</summary>
internal sealed class Session(DbConnection connection, DbTransaction transaction, CancellationToken cancellationToken)
{
    private readonly List<Action> _afterCommit = [];

    /// <summary>The transaction, for the scheduler to enlist in.</summary>
    public DbTransaction Transaction => transaction;

    /// <summary>What is to be done once the rows stand; nothing of it is done when the transaction is rolled back.</summary>
    public void AfterCommit(Action work) => _afterCommit.Add(work);

    /// <summary>Does what was asked for after the commit.</summary>
    internal void Committed() => _afterCommit.ForEach(work => work());

    /// <summary>All rows.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(Command(sql, parameters))).AsList();

    /// <summary>The first row, or null.</summary>
    public Task<T?> FindAsync<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefaultAsync<T?>(Command(sql, parameters));

    /// <summary>The one value that the statement gives.</summary>
    public async Task<T> ScalarAsync<T>(string sql, object? parameters = null) =>
        (await connection.QueryFirstAsync<T>(Command(sql, parameters)))!;

    /// <summary>Runs a statement; returns how many rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, object? parameters = null) => connection.ExecuteAsync(Command(sql, parameters));

    private CommandDefinition Command(string sql, object? parameters) =>
        new(sql, parameters, transaction, cancellationToken: cancellationToken);
}
