import styles from './reports.module.css'

type Props = { label: string; head: string[]; rows: Array<{ key: string; cells: string[] }> }

/** Numbers in rows; the first cell names its row. A wide one is pushed about inside of its frame. */
export const FigureTable = ({ label, head, rows }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what is pushed about must be reachable with the keyboard
  <div className={styles.scroll} role="group" tabIndex={0} aria-label={label}>
    <table className={styles.table}>
      <thead>
        <tr>
          {head.map(title => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...cells] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td key={head[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
